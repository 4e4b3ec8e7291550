/** Figures of a record, calculated by hand: Wh without PUE, PUE, the log's own emissions (g), method. */
export type Figures = readonly [wh: number | null, pue: number, grams: number | null, method: string]

/** A smallest log of a format, in our own values. */
export interface Example {
  readonly log: string
  /** One for each record of the log; missing where a log in test/fixtures/logs has figures. */
  readonly records?: readonly Figures[]
}

/** An example of each log format, by its name. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  codecarbon: {
    log: `timestamp,project_name,run_id,duration,emissions,emissions_rate,cpu_power,gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,country_name,country_iso_code,on_cloud,tracking_mode,pue
2026-03-02T08:15:00,unit-tests,6d0b4c0e-51a7-4f0e-8a44-0d7c1f6f7a11,90,0.0009,0.00001,30,0,6,0.0009,0,0.0003,0.0012,Spain,ESP,N,machine,1.2
`,
  },
  carbontracker: {
    log: `2026-03-02 08:10:00 - CarbonTracker: The following components were found: CPU with device(s) cpu:0.
2026-03-02 08:15:00 - CarbonTracker: 
Actual consumption for 2 epoch(s):
\tTime:\t0:05:00
\tEnergy:\t0.004740000000 kWh
\tCO2eq:\t0.948000000000 g
2026-03-02 08:15:00 - CarbonTracker: Finished monitoring.
`,
  },
  eco2ai: {
    log: `id,project_name,experiment_description,epoch,start_time,duration(s),power_consumption(kWh),CO2_emissions(kg),CPU_name,GPU_name,OS,region/country,cost
4c1f7a52-6f41-4a0e-9c0b-9f1f3f1a2b3c,cats,small net,"epoch: 1, loss: 0.9",2026-03-02 08:15:00,80,0.002,0.0004,"Some CPU/1 device(s), TDP:65.0",,Linux,ES/Spain,0
`,
  },
  'experiment-impact-tracker': {
    log: `{"timestamp": 1772438400.0, "rapl_estimated_attributable_power_draw": 30.0, "nvidia_estimated_attributable_power_draw": 60.0, "realtime_carbon_intensity": "n/a"}
{"timestamp": 1772438410.0, "rapl_estimated_attributable_power_draw": 30.0, "nvidia_estimated_attributable_power_draw": 60.0, "realtime_carbon_intensity": "n/a"}
`,
  },
  'eco-ci': {
    log: `{"repository": "me%2Fapp", "branch": "main", "workflow": "77", "run_id": "1234", "steps": [{"label": "Build", "cpu_avg_percent": "55.10", "energy_joules": "720.00", "power_avg_watts": "6.00", "time": "120.00"}]}
`,
  },
  'green-algorithms': {
    log: `coreType;numberCPUs;memory;runTime_hour;runTime_min;location;carbonIntensity;PUE;mult_factor;appVersion;energy_needed;carbonEmissions;runTime;power_needed;CE_CPU;CE_GPU;CE_core;CE_memory
CPU;8;32;2;0;ES;170;1.5;1;v3.0;0.3;51;2;150;40;0;40;11
`,
  },
  ga4hpc: {
    log: `      -----------------
     |   2.50 kgCO2e   |
      -----------------
    Energy used: 10.00 kWh
         - CPUs: 6.00 kWh (60.00%)
         - GPUs: 0.00 kWh (0.00%)
         - Memory: 2.00 kWh (20.00%)
         - Data centre overheads: 2.00 kWh (20.00%)
    Carbon intensity used for the calculations: 250 gCO2e/kWh
`,
  },
  'impact-framework': {
    log: `name: example
initialize:
  plugins: {}
execution:
  status: success
tree:
  children:
    web:
      outputs:
        - timestamp: 2026-03-02T08:00:00.000Z
          duration: 3600
          energy: 0.002
          carbon-operational: 0.5
          embodied-carbon: 0.1
          carbon: 0.6
`,
  },
  huggingface: {
    log: `---
license: mit
co2_eq_emissions:
  emissions: 250
  source: CodeCarbon
  geographical_location: Spain
---
# A model
`,
  },
  'optimum-benchmark': {
    log: `{"load_model": {"energy": {"unit": "kWh", "cpu": 0.001, "ram": 0.0002, "gpu": 0.002, "total": 0.0032}}, "forward": {"energy": {"unit": "kWh", "cpu": 0.01, "ram": 0.002, "gpu": 0.03, "total": 0.042}}}
`,
  },
  'ai-energy-score': {
    log: `model_name,task,total_prompts,successful_prompts,total_duration_seconds,gpu_energy_wh,co2_emissions_g,timestamp,error_message
tiny-model,text_gen,50,50,100,4.0,1.2,2026-03-02T08:15:00,
`,
  },
  scaphandre: {
    log: `[{"host": {"consumption": 20000000.0, "timestamp": 1772438400.0, "components": {"disks": null}}, "consumers": [], "sockets": []}, {"host": {"consumption": 20000000.0, "timestamp": 1772438490.0, "components": {"disks": null}}, "consumers": [], "sockets": []}]
`,
  },
  kepler: {
    log: `kepler_node_cpu_joules_total{node_name="n1",path="/sys/class/powercap/intel-rapl:0",zone="package"} 1000
kepler_node_cpu_joules_total{node_name="n1",path="/sys/class/powercap/intel-rapl:0",zone="package"} 8200
`,
  },
  'nvidia-smi': {
    log: `timestamp, index, power.draw [W]
2026/03/02 08:15:00.000, 0, 100.00 W
2026/03/02 08:15:01.000, 0, 100.00 W
2026/03/02 08:15:02.000, 0, 100.00 W
`,
  },
  'nvidia-smi-dmon': {
    log: `#Date       Time        gpu   pwr gtemp
#YYYYMMDD   HH:MM:SS    Idx     W     C
 20260302   08:15:00      0   100    40
 20260302   08:15:36      0   100    40
`,
  },
  'nvidia-smi-query': {
    log: `==============NVSMI LOG==============

Timestamp                                 : Mon Mar  2 08:15:00 2026
Attached GPUs                             : 1
GPU 00000000:01:00.0
    GPU Power Readings
        Power Draw                        : 100.00 W
        Current Power Limit               : 220.00 W

==============NVSMI LOG==============

Timestamp                                 : Mon Mar  2 08:15:36 2026
Attached GPUs                             : 1
GPU 00000000:01:00.0
    GPU Power Readings
        Power Draw                        : 100.00 W
        Current Power Limit               : 220.00 W
`,
  },
  rapl: {
    log: `t_s,package_0_uj,dram_0_uj
0,1000000,500000
60,721000000,36500000
`,
  },
  turbostat: {
    log: `Core\tCPU\tBusy%\tPkg_J\tRAM_J
-\t-\t20.00\t300.00\t60.00
0\t0\t20.00\t300.00\t60.00
`,
  },
  perf: {
    log: ` Performance counter stats for 'system wide':

            720.00 Joules power/energy-pkg/
            360.00 Joules power/energy-ram/

      60.000000000 seconds time elapsed

`,
  },
  powermetrics: {
    log: `*** Sampled system activity (Mon Mar  2 08:15:01 2026 +0100) (1000.00ms elapsed) ***

CPU Power: 3000 mW
GPU Power: 500 mW
ANE Power: 100 mW
Combined Power (CPU + GPU + ANE): 3600 mW
`,
  },
  'powermetrics-plist': {
    log: `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
<key>elapsed_ns</key><integer>1000000000</integer>
<key>timestamp</key><date>2026-03-02T08:15:01Z</date>
<key>processor</key>
<dict>
<key>cpu_power</key><real>3000</real>
<key>gpu_power</key><real>500</real>
<key>ane_power</key><real>100</real>
<key>combined_power</key><real>3600</real>
</dict>
</dict>
</plist>
`,
    records: [[0.001, 1, null, 'measured']],
  },
  'intel-power-gadget': {
    log: `System Time,RDTSC,Elapsed Time (sec),Processor Power_0(Watt),Cumulative Processor Energy_0(Joules),Cumulative Processor Energy_0(mWh)
08:15:00:100, 1000000,    1.000,   30.000,  30.000,   8.333
08:15:01:100, 2000000,    2.000,   42.000,  72.000,  20.000

Total Elapsed Time (sec) = 2.000000
Cumulative Processor Energy_0 (Joules) = 72.000000
`,
  },
  'energy-meter': {
    log: `"(PDH-CSV 4.0)","\\\\RUNNER\\Energy Meter(RAPL_Package0_PKG)\\Power","\\\\RUNNER\\Energy Meter(RAPL_Package0_DRAM)\\Power","\\\\RUNNER\\Energy Meter(RAPL_Package0_PP0)\\Power"
"03/02/2026 08:15:00.100"," "," "," "
"03/02/2026 08:15:18.100","90000.000000","10000.000000","50000.000000"
"03/02/2026 08:15:36.100","90000.000000","10000.000000","50000.000000"
`,
    records: [[1, 1, null, 'measured']],
  },
  sacct: {
    log: `JobID|Elapsed|ConsumedEnergyRaw|State
7|00:10:00|36000|COMPLETED
7.batch|00:10:00|36000|COMPLETED
7.0|00:09:00|35000|COMPLETED
`,
  },
  pyjoules: {
    log: `timestamp;tag;duration;package_0;dram_0;core_0
1772439300.0;train;36.0;3600000000;360000000;1000000000
`,
  },
  'pyjoules-console': {
    log: `begin timestamp : 1772439300.0; tag : train; duration : 36.0; package_0 : 3600000000.0; dram_0 : 360000000.0; core_0 : 1000000000.0
`,
    records: [[1.1, 1, null, 'measured']],
  },
  pyrapl: {
    log: `label,timestamp,duration,pkg,dram,socket
train,1772439300.0,36000000.0,3600000000.0,360000000.0,0
`,
  },
  tegrastats: {
    log: `03-02-2026 08:15:00 RAM 2274/6834MB CPU [99%@1189,off] CPU@40C VDD_IN 10000mW/10000mW VDD_SOC 1000mW/1000mW
03-02-2026 08:15:36 RAM 2274/6834MB CPU [99%@1189,off] CPU@40C VDD_IN 10000mW/10000mW VDD_SOC 1000mW/1000mW
`,
  },
  powerjoular: {
    log: `Date,CPU Utilization,Total Power,CPU Power,GPU Power
2026-03-02 08:15:00,0.08,100.0,80.0,20.0
2026-03-02 08:15:36,0.08,100.0,80.0,20.0
`,
  },
  'codecarbon-console': {
    log: `[codecarbon INFO @ 08:15:15] Energy consumed for RAM : 0.000200 kWh. RAM Power : 10.0 W
[codecarbon INFO @ 08:15:15] 0.001000 kWh of electricity used since the beginning.
[codecarbon INFO @ 08:15:30] Energy consumed for RAM : 0.000400 kWh. RAM Power : 10.0 W
[codecarbon INFO @ 08:15:30] 0.002000 kWh of electricity used since the beginning.
`,
  },
  'scaphandre-metrics': {
    log: `scaph_host_energy_microjoules 1000000000
scaph_host_energy_microjoules 8200000000
`,
  },
  dcgm: {
    log: `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-a"} 1000000
DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-a"} 8200000
`,
  },
  zeus: {
    log: `start_time,window_name,elapsed_time,gpu0_energy
1772439300.0,epoch,36.0,3600.0
1772439336.0,epoch,36.0,3600.0
`,
  },
  'aws-carbon': {
    log: `location,model_version,product_code,region_code,total_lbm_emissions_unit,total_lbm_emissions_value,total_mbm_emissions_unit,total_mbm_emissions_value,usage_account_id,usage_period_end,usage_period_start
Europe (Spain),v3.0.0,Amazon EC2,eu-south-2,MTCO2e,0.002,MTCO2e,0,123456789012,2026-03-01 00:00:00Z,2026-02-01 00:00:00Z
`,
  },
  'gcp-carbon': {
    log: `{"usage_month": "2026-02-01", "billing_account_id": "A", "location": {"region": "europe-southwest1"}, "carbon_footprint_total_kgCO2e": {"location_based": 2.5, "market_based": 1.0, "after_offsets": null}}
`,
  },
  'azure-carbon': {
    log: `{"value": [{"dataType": "OverallSummaryData", "latestMonthEmissions": 2.5, "previousMonthEmissions": 3.0}]}
`,
  },
  'github-billing': {
    log: `{"usageItems":[{"date":"2026-03-02","product":"Actions","sku":"Actions Linux","quantity":100,"unitType":"minutes","organizationName":"example","repositoryName":"example/a"}]}
`,
  },
  trtexec: {
    log: `[03/02/2026-08:15:00] [I] Warmup completed 20 queries over 200 ms
[03/02/2026-08:15:10] [I] Timing trace has 2000 queries over 10.002 s
&&&& PASSED TensorRT.trtexec
`,
  },
  'trtexec-times': {
    log: `[
  { "startComputeMs" : 0.5, "endComputeMs" : 5.5, "latencyMs" : 5.2 }
, { "startComputeMs" : 5.5, "endComputeMs" : 10.5, "latencyMs" : 5.1 }
]
`,
    records: [[null, 1, null, 'measured']],
  },
  onnxruntime: {
    log: `Session creation time cost: 0.05 s
Total inference time cost: 9.8 s
Total inference requests: 2000
Average inference time cost: 4.9 ms
Total inference run time: 9.9 s
`,
  },
  'onnxruntime-profile': {
    log: `[
{"cat" : "Session","pid" :1,"tid" :1,"dur" :500,"ts" :3,"ph" : "X","name" :"model_loading_uri","args" : {}},
{"cat" : "Session","pid" :1,"tid" :1,"dur" :4900,"ts" :1000,"ph" : "X","name" :"model_run","args" : {}}
]
`,
    records: [[null, 1, null, 'measured']],
  },
  vllm: {
    log: `vllm:prompt_tokens_total{model_name="m-8b",engine="0"} 100
vllm:generation_tokens_total{model_name="m-8b",engine="0"} 100
vllm:prompt_tokens_total{model_name="m-8b",engine="0"} 300
vllm:generation_tokens_total{model_name="m-8b",engine="0"} 300
`,
  },
  'llm-usage': {
    log: `{"id":"a","object":"chat.completion","model":"example-8b","usage":{"prompt_tokens":100,"completion_tokens":50}}
`,
  },
  count: {
    log: `500 requests
`,
  },
  generic: {
    log: `job,energy_used,co2
build,0.5,0.2
`,
  },
}

/** The example of a format. @param format its name */
export function exampleOf(format: string): string {
  const example = EXAMPLES[format]
  if (example === undefined) throw new Error(`test/trackers/examples.ts has no log of ${format}`)
  return example.log
}
