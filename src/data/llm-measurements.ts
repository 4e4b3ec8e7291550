/**
 * Energy of open models per output token, measured on all GPUs of a replica, without CPU and PUE.
 * Source: rows derived from the ML.ENERGY benchmark 3.0 (leaderboard data of 2026-02-16; Chung et al., NeurIPS Datasets and Benchmarks
 * 2025; benchmark code Apache-2.0). `low` and `high` are the least and the most of all batch sizes and GPU counts, `joules` is the
 * configuration nearest to a batch of 64.
 */
export interface MeasuredModel {
  readonly model: string
  readonly task: string
  readonly gpu: string
  /** Active and total parameters, billions. */
  readonly activeB: number
  readonly totalB: number
  /** J per output token. */
  readonly low: number
  readonly joules: number
  readonly high: number
}

type Row = readonly [string, string, string, number, number, number, number, number]

const ROWS: readonly Row[] = [
  ['Qwen/Qwen3-14B', 'gpqa', 'B200', 14.0, 14.0, 0.1826, 0.2912, 1.366],
  ['Qwen/Qwen3-14B', 'gpqa', 'H100', 14.0, 14.0, 0.2796, 0.2796, 0.8741],
  ['Qwen/Qwen3-235B-A22B-Thinking-2507', 'gpqa', 'B200', 22.0, 235.0, 0.6336, 1.811, 8.164],
  ['Qwen/Qwen3-235B-A22B-Thinking-2507', 'gpqa', 'H100', 22.0, 235.0, 3.609, 3.609, 7.195],
  ['Qwen/Qwen3-235B-A22B-Thinking-2507-FP8', 'gpqa', 'B200', 22.0, 235.0, 0.4177, 1.674, 9.258],
  ['Qwen/Qwen3-235B-A22B-Thinking-2507-FP8', 'gpqa', 'H100', 22.0, 235.0, 1.385, 2.311, 11.59],
  ['Qwen/Qwen3-30B-A3B-Thinking-2507', 'gpqa', 'B200', 3.0, 30.0, 0.08765, 0.3047, 1.32],
  ['Qwen/Qwen3-30B-A3B-Thinking-2507', 'gpqa', 'H100', 3.0, 30.0, 0.1986, 0.3031, 0.8359],
  ['Qwen/Qwen3-32B', 'gpqa', 'B200', 32.0, 32.0, 0.3116, 0.4672, 2.353],
  ['Qwen/Qwen3-32B', 'gpqa', 'H100', 32.0, 32.0, 0.536, 0.536, 2.008],
  ['Qwen/Qwen3-8B', 'gpqa', 'B200', 8.0, 8.0, 0.1732, 0.2622, 1.171],
  ['Qwen/Qwen3-8B', 'gpqa', 'H100', 8.0, 8.0, 0.2211, 0.2668, 0.6036],
  ['deepseek-ai/DeepSeek-R1-0528', 'gpqa', 'B200', 37.0, 671.0, 2.376, 3.859, 9.874],
  ['deepseek-ai/DeepSeek-V3.1', 'gpqa', 'B200', 37.0, 671.0, 1.335, 3.517, 10.05],
  ['nvidia/NVIDIA-Nemotron-Nano-12B-v2', 'gpqa', 'B200', 12.0, 12.0, 0.1453, 0.2475, 1.229],
  ['nvidia/NVIDIA-Nemotron-Nano-12B-v2', 'gpqa', 'H100', 12.0, 12.0, 0.1254, 0.1852, 0.6591],
  ['nvidia/NVIDIA-Nemotron-Nano-9B-v2', 'gpqa', 'B200', 9.0, 9.0, 0.1168, 0.2212, 0.8196],
  ['nvidia/NVIDIA-Nemotron-Nano-9B-v2', 'gpqa', 'H100', 9.0, 9.0, 0.1089, 0.151, 0.4834],
  ['openai/gpt-oss-120b', 'gpqa', 'B200', 5.0, 117.0, 0.03967, 0.1806, 0.6277],
  ['openai/gpt-oss-120b', 'gpqa', 'H100', 5.0, 117.0, 0.08604, 0.2676, 0.7819],
  ['openai/gpt-oss-20b', 'gpqa', 'B200', 4.0, 21.0, 0.02845, 0.07986, 0.2929],
  ['openai/gpt-oss-20b', 'gpqa', 'H100', 4.0, 21.0, 0.04422, 0.1023, 0.3565],
  ['Qwen/Qwen3-Omni-30B-A3B-Instruct', 'image-chat', 'B200', 3.0, 30.0, 0.2929, 0.3728, 0.8906],
  ['Qwen/Qwen3-Omni-30B-A3B-Instruct', 'image-chat', 'H100', 3.0, 30.0, 0.1382, 0.3102, 0.9378],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct', 'image-chat', 'B200', 22.0, 235.0, 0.3697, 2.137, 8.822],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct', 'image-chat', 'H100', 22.0, 235.0, 2.57, 2.57, 7.264],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct-FP8', 'image-chat', 'B200', 22.0, 235.0, 0.3609, 1.512, 9.71],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct-FP8', 'image-chat', 'H100', 22.0, 235.0, 0.482, 2.299, 12.43],
  ['Qwen/Qwen3-VL-30B-A3B-Instruct', 'image-chat', 'B200', 3.0, 30.0, 0.1051, 0.3971, 0.8844],
  ['Qwen/Qwen3-VL-30B-A3B-Instruct', 'image-chat', 'H100', 3.0, 30.0, 0.1608, 0.3116, 0.9299],
  ['Qwen/Qwen3-VL-32B-Instruct', 'image-chat', 'B200', 32.0, 32.0, 0.2655, 0.4496, 1.516],
  ['Qwen/Qwen3-VL-32B-Instruct', 'image-chat', 'H100', 32.0, 32.0, 0.3514, 0.4577, 1.925],
  ['Qwen/Qwen3-VL-8B-Instruct', 'image-chat', 'B200', 8.0, 8.0, 0.1414, 0.2444, 0.6312],
  ['Qwen/Qwen3-VL-8B-Instruct', 'image-chat', 'H100', 8.0, 8.0, 0.1192, 0.1597, 0.5128],
  ['google/gemma-3-12b-it', 'image-chat', 'B200', 12.0, 12.0, 0.123, 0.2317, 0.6861],
  ['google/gemma-3-12b-it', 'image-chat', 'H100', 12.0, 12.0, 0.2018, 0.2449, 0.8028],
  ['google/gemma-3-27b-it', 'image-chat', 'B200', 27.0, 27.0, 0.2141, 0.3443, 1.371],
  ['google/gemma-3-27b-it', 'image-chat', 'H100', 27.0, 27.0, 0.3298, 0.4396, 1.651],
  ['meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8', 'image-chat', 'H100', 17.0, 400.0, 0.9883, 1.185, 3.054],
  ['meta-llama/Llama-4-Scout-17B-16E-Instruct', 'image-chat', 'H100', 17.0, 109.0, 0.9682, 1.607, 5.593],
  ['nvidia/NVIDIA-Nemotron-Nano-12B-v2-VL-BF16', 'image-chat', 'H100', 12.0, 12.0, 0.4936, 0.4936, 0.8312],
  ['Qwen/Qwen3-14B', 'lm-arena-chat', 'B200', 14.0, 14.0, 0.05477, 0.1669, 0.6993],
  ['Qwen/Qwen3-14B', 'lm-arena-chat', 'H100', 14.0, 14.0, 0.1119, 0.1672, 0.7061],
  ['Qwen/Qwen3-235B-A22B-Instruct-2507', 'lm-arena-chat', 'B200', 22.0, 235.0, 0.2402, 2.542, 8.396],
  ['Qwen/Qwen3-235B-A22B-Instruct-2507', 'lm-arena-chat', 'H100', 22.0, 235.0, 1.093, 2.394, 7.293],
  ['Qwen/Qwen3-235B-A22B-Instruct-2507-FP8', 'lm-arena-chat', 'B200', 22.0, 235.0, 0.5007, 1.472, 8.421],
  ['Qwen/Qwen3-235B-A22B-Instruct-2507-FP8', 'lm-arena-chat', 'H100', 22.0, 235.0, 0.7415, 2.116, 11.39],
  ['Qwen/Qwen3-30B-A3B-Instruct-2507', 'lm-arena-chat', 'B200', 3.0, 30.0, 0.05641, 0.2493, 0.7217],
  ['Qwen/Qwen3-30B-A3B-Instruct-2507', 'lm-arena-chat', 'H100', 3.0, 30.0, 0.08888, 0.2719, 0.823],
  ['Qwen/Qwen3-32B', 'lm-arena-chat', 'B200', 32.0, 32.0, 0.1406, 0.3126, 1.545],
  ['Qwen/Qwen3-32B', 'lm-arena-chat', 'H100', 32.0, 32.0, 0.2285, 0.3671, 1.726],
  ['Qwen/Qwen3-8B', 'lm-arena-chat', 'B200', 8.0, 8.0, 0.05306, 0.1225, 0.4304],
  ['Qwen/Qwen3-8B', 'lm-arena-chat', 'H100', 8.0, 8.0, 0.07213, 0.1192, 0.444],
  ['deepseek-ai/DeepSeek-V3.1', 'lm-arena-chat', 'B200', 37.0, 671.0, 0.6063, 2.92, 8.566],
  ['google/gemma-3-12b-it', 'lm-arena-chat', 'B200', 12.0, 12.0, 0.09536, 0.1717, 0.6693],
  ['google/gemma-3-12b-it', 'lm-arena-chat', 'H100', 12.0, 12.0, 0.1661, 0.2008, 0.7021],
  ['google/gemma-3-27b-it', 'lm-arena-chat', 'B200', 27.0, 27.0, 0.1767, 0.2937, 1.354],
  ['google/gemma-3-27b-it', 'lm-arena-chat', 'H100', 27.0, 27.0, 0.2895, 0.388, 1.549],
  ['meta-llama/Llama-3.1-405B-Instruct', 'lm-arena-chat', 'B200', 405.0, 405.0, 1.015, 4.082, 21.86],
  ['meta-llama/Llama-3.1-405B-Instruct-FP8', 'lm-arena-chat', 'B200', 405.0, 405.0, 1.147, 2.561, 12.99],
  ['meta-llama/Llama-3.1-405B-Instruct-FP8', 'lm-arena-chat', 'H100', 405.0, 405.0, 2.063, 3.082, 13.97],
  ['meta-llama/Llama-3.1-70B-Instruct', 'lm-arena-chat', 'B200', 70.0, 70.0, 0.1887, 0.6971, 3.569],
  ['meta-llama/Llama-3.1-70B-Instruct', 'lm-arena-chat', 'H100', 70.0, 70.0, 0.3731, 0.7972, 3.759],
  ['meta-llama/Llama-3.1-8B-Instruct', 'lm-arena-chat', 'B200', 8.0, 8.0, 0.0467, 0.1103, 0.3905],
  ['meta-llama/Llama-3.1-8B-Instruct', 'lm-arena-chat', 'H100', 8.0, 8.0, 0.07019, 0.1186, 0.4548],
  ['meta-llama/Llama-3.3-70B-Instruct', 'lm-arena-chat', 'B200', 70.0, 70.0, 0.2186, 0.6836, 3.617],
  ['meta-llama/Llama-3.3-70B-Instruct', 'lm-arena-chat', 'H100', 70.0, 70.0, 0.4231, 0.8223, 3.847],
  ['meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8', 'lm-arena-chat', 'H100', 17.0, 400.0, 0.4842, 0.9439, 2.805],
  ['meta-llama/Llama-4-Scout-17B-16E-Instruct', 'lm-arena-chat', 'H100', 17.0, 109.0, 0.3362, 1.059, 5.273],
  ['nvidia/NVIDIA-Nemotron-Nano-12B-v2', 'lm-arena-chat', 'B200', 12.0, 12.0, 0.142, 0.2048, 0.6566],
  ['nvidia/NVIDIA-Nemotron-Nano-12B-v2', 'lm-arena-chat', 'H100', 12.0, 12.0, 0.1803, 0.2464, 0.7474],
  ['nvidia/NVIDIA-Nemotron-Nano-9B-v2', 'lm-arena-chat', 'B200', 9.0, 9.0, 0.1474, 0.1914, 0.5162],
  ['nvidia/NVIDIA-Nemotron-Nano-9B-v2', 'lm-arena-chat', 'H100', 9.0, 9.0, 0.1552, 0.2073, 0.5858],
  ['Qwen/Qwen3-Omni-30B-A3B-Instruct', 'video-chat', 'B200', 3.0, 30.0, 0.834, 0.834, 1.273],
  ['Qwen/Qwen3-Omni-30B-A3B-Instruct', 'video-chat', 'H100', 3.0, 30.0, 1.014, 1.118, 1.542],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct', 'video-chat', 'B200', 22.0, 235.0, 0.4712, 3.061, 8.596],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct', 'video-chat', 'H100', 22.0, 235.0, 2.657, 2.657, 7.002],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct-FP8', 'video-chat', 'B200', 22.0, 235.0, 0.2964, 2.238, 9.675],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct-FP8', 'video-chat', 'H100', 22.0, 235.0, 0.4664, 3.292, 12.92],
  ['Qwen/Qwen3-VL-30B-A3B-Instruct', 'video-chat', 'B200', 3.0, 30.0, 0.3724, 0.4267, 0.8286],
  ['Qwen/Qwen3-VL-30B-A3B-Instruct', 'video-chat', 'H100', 3.0, 30.0, 0.5188, 0.5188, 0.961],
  ['Qwen/Qwen3-VL-32B-Instruct', 'video-chat', 'B200', 32.0, 32.0, 0.2655, 0.5124, 1.644],
  ['Qwen/Qwen3-VL-32B-Instruct', 'video-chat', 'H100', 32.0, 32.0, 0.4886, 0.5822, 1.941],
  ['Qwen/Qwen3-VL-8B-Instruct', 'video-chat', 'B200', 8.0, 8.0, 0.3054, 0.3054, 0.6022],
  ['Qwen/Qwen3-VL-8B-Instruct', 'video-chat', 'H100', 8.0, 8.0, 0.23, 0.2457, 0.5519],
]

export const MEASURED_MODELS: readonly MeasuredModel[] = ROWS.map(
  ([model, task, gpu, activeB, totalB, low, joules, high]) => ({
    model,
    task,
    gpu,
    activeB,
    totalB,
    low,
    joules,
    high,
  }),
)
