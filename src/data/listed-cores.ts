/**
 * Cores and hardware threads of embedded, older and cloud CPUs, in the form of SERVER_CORES. Facts of Intel ARK, looked up in
 * two public collections of it that agree (toUpperCase78/intel-processors 1.9 of 2025, felixsteinke/cpu-spec-dataset of 2023); of chips for
 * clouds and makers of computers, which ARK does not list, by the lists of PassMark and CPU-World (in the second). Xeon 6 with performance
 * cores: HPE's options for the ProLiant DL380 Gen12, else Intel ARK and makers' pages of cards with Xeon 6 SoC. Xeon 6300: the chips of the
 * E-2400 series with the same TDP, whose successors they are. Chips of which no public source names the cores are left out.
 */
export const LISTED_CORES = `
athlon pro |3045b=2/2
atom |c2308=2/2;c2316=2/2;c3336=2/2;c3558=4/4;c3558r=4/4;c5115=4/4;c5125=8/8;c5310=4/4;c5315=4/4;c5320=8/8
atom |c5325=8/8;c5335c1=12/12;e3805=2/2;e3815=1/1;e620=1/2;e620t=1/2;e640=1/2;e640t=1/2;e645c=1/2;e645ct=1/2
atom |e660=1/2;e660t=1/2;e665c=1/2;e665ct=1/2;e680=1/2;e680t=1/2;p5322=8/8;p5332=12/12;p5342=16/16;p5352=20/20
atom |p5362=24/24;p5721=8/8;p5731=12/12;p5742=16/16;p5752=20/20;x5-e8000=4/4;x6200fe=2/2;x6211e=2/2;x6212re=2/2
atom |x6214re=2/2;x6413e=4/4;x6414re=4/4;x6416re=4/4;x6425e=4/4;x6425re=4/4;x6427fe=4/4;x7211e=2/2;x7213e=2/2
atom |x7425e=4/4
celeron |6600he=2/2;j1750=2/2
core |i3-11100he=4/8;i3-13300he=8/12;i3-13300hre=8/12;i5-10210y=4/8;i5-13600hre=12/16;i7-11700b=8/16
core |i7-13800he=14/20;i7-13800hre=14/20;i7-5775c=4/8;i7-5775r=4/8;i7-6498du=2/4
core ultra |7 165h=16/22;7 265h=16/16
pentium |j6426=4/4
xeon |d-1581=16/32;d-1587=16/32;e3-1125c=4/8;e3-1125c v2=4/8;e3113=2/2;e5-1410=4/8;e5-1410 v2=4/8
xeon |e5-1428l v2=6/12;e5-1428l v3=8/16;e5-2408l v3=4/8;e5-2418l=4/8;e5-2418l v2=6/12;e5-2418l v3=6/12
xeon |e5-2428l=6/12;e5-2428l v2=8/16;e5-2428l v3=8/16;e5-2438l v3=10/20;e5-2448l=8/16;e5-2448l v2=10/20
xeon |e5-2608l v3=6/12;e5-2608l v4=8/16;e5-2618l v2=6/12;e5-2618l v3=8/16;e5-2618l v4=10/20;e5-2628l v2=8/16
xeon |e5-2628l v3=10/20;e5-2628l v4=12/24;e5-2648l v2=10/20;e5-2648l v3=12/24;e5-2648l v4=14/28
xeon |e5-2651 v2=12/24;e5-2658=8/16;e5-2658 v2=10/20;e5-2658 v4=14/28;e5-2658a v3=12/24;e5-2673 v2=8/16
xeon |e5-2676 v4=16/32;e5-2679 v4=20/40;e5-2689=8/16;e5-2689 v4=10/20;e5-2692 v2=12/24;e5-2696 v2=12/24
xeon |e5-2699c v4=22/44;e5-2699r v4=22/44;e5-4624l v2=10/20;e5-4628l v4=14/28;e5-4648 v3=12/24;e7-8895 v2=15/30
xeon |l5508=2/4;l5518=4/8;l5639=6/12;w-3323=12/24;w-3335=16/32;w-3345=24/48;w-3365=32/64;w-3375=38/76
xeon |w-3503=2/2;w-3505=2/2;w7-2495x=24/48;x5679=6/12;x5698=2/4
xeon gold |6122=20/40;6139=18/36;6143=16/32;6149=16/32;6253cl=18/36;6262=24/48;6266c=22/44;6278c=26/52
xeon platinum |8167m=26/52;8173m=28/56;8273cl=28/56;8347c=36/72
xeon silver |4123=8/16
atom |e625ct=1/2
core |i3-10350k=4/8
athlon pro |3145b=2/4
epyc embedded |3251=8/16
opteron |2350he=4/4;6140=8/8;4240=6/6;x1150=4/4
phenom ii |42 twkr black edition=4/4
ryzen ai max |pro 380=6/12
xeon |6325p=4/8;6333p=6/12;6337p=6/12;6349p=6/12;6353p=8/16;6357p=8/16
xeon |6503p-b=12/24;6505p=12/24;6507p=8/16;6511p=16/32;6513p-b=20/40;6515p=16/32;6517p=16/32;6520p=24/48
xeon |6521p=24/48;6523p-b=24/48;6527p=24/48;6530p=32/64;6543p-b=32/64;6553p-b=36/72;6563p-b=38/76;6714p=8/16
xeon |6716p-b=40/80;6724p=16/32;6726p-b=42/84;6728p=24/48;6731p=32/64;6732p=32/64;6736p=36/72;6738p=32/64
xeon |6740p=48/96;6745p=32/64;6748p=48/96;6760p=64/128;6761p=64/128;6768p=64/128;6774p=64/128;6776p=64/128
xeon |6781p=80/160;6788p=86/172;6944p=72/144;5020=2/4;e5-2449l=8/16;e7-8855 v4=14/28;e7458=6/6;l5645=6/12
xeon gold |5215r=10/20;6133=20/40;6135=8/16;6137=8/16;6145=20/40;6151=18/36;6268cl=24/48;6271c=24/48
xeon platinum |8163=24/48;8165=24/48;8174=24/48;8179m=26/52;8269cy=26/52;8284=28/56;8372c=28/56;8373c=36/72
`
