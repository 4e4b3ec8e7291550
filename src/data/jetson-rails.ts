/**
 * Rails of NVIDIA Jetson boards that make the whole board, first match wins: NVIDIA's forum and jetson-stats take VDD_IN (TX2, Xavier NX,
 * Orin NX and Nano) and POM_5V_IN (Nano) as the input; AGX Orin and AGX Xavier have no such rail, and theirs add up. AGX Thor has VIN where
 * its carrier board meters the input, as jetson-stats does since pull request 900; else its rails add up.
 */
export const JETSON_RAILS: readonly (readonly string[])[] = [
  ['VDD_IN'],
  ['POM_5V_IN'],
  ['VIN'],
  ['VDD_GPU_SOC', 'VDD_CPU_CV', 'VIN_SYS_5V0'],
  ['VDD_GPU', 'VDD_CPU_SOC_MSS', 'VIN_SYS_5V0'],
  ['GPU', 'CPU', 'SOC', 'CV', 'VDDRQ', 'SYS5V'],
]
