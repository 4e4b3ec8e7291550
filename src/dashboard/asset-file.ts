/** File with the script of the page (`Assets`), beside the bundle of the command line. */
export const ASSET_FILE = 'dashboard.json'
