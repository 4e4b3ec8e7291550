import { AMD_SMI, ROCM_SMI } from './amd-smi.ts'
import type { GpuCommand, GpuTool } from './gpu.ts'
import { NVIDIA_SMI } from './nvidia-smi.ts'
import { XPU_SMI } from './xpu-smi.ts'

/** How each tool is started and its output read. */
export const GPU_TOOLS: Readonly<Record<GpuCommand, GpuTool>> = {
  'nvidia-smi': NVIDIA_SMI,
  'amd-smi': AMD_SMI,
  'rocm-smi': ROCM_SMI,
  'xpu-smi': XPU_SMI,
}
