import { familyEntries } from './family-lines.ts'
import { LISTED_CORES } from './listed-cores.ts'
import { SERVER_CORES } from './server-cores.ts'

/**
 * Cores (and threads, where they are not what the generation has) and TDP of CPUs that are common in data centres,
 * clouds, desks and laptops, from the makers' specification pages: Intel ARK, AMD's processor specifications, Ampere's
 * product briefs, Apple's technical specifications, not re-checked entry by entry; Xeon 6 checked (LISTED_CORES). One CPU a word: key=cores[/threads][:TDP in watts].
 */
const SERVER_AMD = `
epyc 7601=32:180 7551=32:180 7501=32:170 7451=24:180 7401=24:170 7371=16:200 7351=16:170 7301=16:170 7281=16:170
7261=8:170 7251=8:120
epyc 7742=64:225 7h12=64:280 7702=64:200 7662=64:225 7642=48:225 7552=48:200 7542=32:225 7532=32:200 7502=32:180
7452=32:155 7402=24:180 7352=24:155 7302=16:155 7282=16:120 7272=12:120 7262=8:155 7252=8:120 7f72=24:240 7f52=16:240
7f32=8:180
epyc 7763=64:280 7713=64:225 7773x=64:280 7663=56:240 7643=48:225 7573x=32:280 75f3=32:280 7543=32:225 7513=32:200
7453=28:225 7473x=24:240 74f3=24:240 7443=24:200 7413=24:180 7373x=16:240 73f3=16:240 7343=16:190 7313=16:155
72f3=8:180
epyc 9654=96:360 9684x=96:400 9634=84:290 9554=64:360 9534=64:280 9474f=48:360 9454=48:290 9384x=32:320 9374f=32:320
9354=32:280 9334=32:210 9274f=24:320 9254=24:200 9224=24:200 9184x=16:320 9174f=16:320 9124=16:200 9754=128:360
9734=112:340
epyc 9965=192:500 9845=160:390 9825=144:390 9745=128:400 9645=96:320 9755=128:500 9655=96:400 9565=72:400 9575f=64:400
9555=64:360 9535=64:300 9475f=48:400 9455=48:300 9365=36:300 9375f=32:320 9355=32:280 9335=32:210 9275f=24:320
9255=24:200 9175f=16:320 9135=16:200 9115=16:125 9015=8:125
epyc 8534p=64:200 8534pn=64:175 8434p=48:200 8434pn=48:155 8324p=32:180 8324pn=32:130 8224p=24:160 8224pn=24:120
8124p=16:125 8124pn=16:100 8024p=8:90 8024pn=8:80
epyc 4584px=16:120 4564p=16:170 4484px=12:120 4464p=12:65 4364p=8:105 4344p=8:65 4244p=6:65 4124p=4:65 4585px=16:170
4565p=16:170 4545p=16:65 4465p=12:65 4345p=8:65 4245p=6:65
`

const SERVER_INTEL = `
xeon platinum 8180=28:205 8176=28:165 8175m=24:240 8171m=26:165 8170=26:165 8168=24:205 8164=26:150 8160=24:150
8158=12:150 8156=4:105 8153=16:125 8151=12:240 8124m=18:240
xeon gold 6154=18:200 6152=22:140 6150=18:165 6148=20:150 6146=12:165 6144=8:150 6142=16:150 6140=18:140 6138=20:125
6136=12:150 6134=8:130 6132=14:140 6130=16:125 6128=6:115 6126=12:125 5122=4:105 5120=14:105 5118=12:105 5117=14:105
5115=10:85
xeon silver 4116=12:85 4114=10:85 4112=4:85 4110=8:85 4108=8:85
xeon bronze 3106=8/8:85 3104=6/6:85 3206r=8/8:85 3204=6/6:85
xeon platinum 8280=28:205 8280l=28:205 8280m=28:205 8276=28:165 8276l=28:165 8276m=28:165 8275cl=24:240 8272cl=26:195
8270=26:205 8268=24:205 8260=24:165 8259cl=24:210 8256=4:105 8253=16:125
xeon gold 6258r=28:205 6254=18:200 6252=24:150 6248=20:150 6248r=24:205 6246=12:165 6246r=16:205 6244=8:150
6242=16:150 6242r=20:205 6240=18:150 6240r=24:165 6238=22:140 6238r=28:165 6234=8:130 6230=20:125 6230r=26:150
6226=12:125 6226r=16:150 5222=4:105 5220=18:125 5220r=24:150 5218=16:125 5218r=20:125 5217=8:115 5215=10:85
xeon silver 4216=16:100 4215=8:85 4214=12:85 4214r=12:100 4210=10:85 4210r=10:100 4208=8:85
xeon platinum 8380hl=28:250 8380h=28:250 8376h=28:205 8376hl=28:205
xeon platinum 8380=40:270 8375c=32:300 8370c=32:270 8368=38:270 8368q=38:270 8362=32:265 8360y=36:250 8358=32:250
8358p=32:240 8352y=32:205 8352s=32:205 8352v=36:195 8352m=32:185 8351n=36:225
xeon gold 6354=18:205 6348=28:235 6346=16:205 6342=24:230 6338=32:205 6336y=24:185 6334=8:165 6330=28:205 6326=16:185
6314u=32:205 6312u=24:185 5320=26:185 5318y=24:165 5317=12:150 5315y=8:140
xeon silver 4316=20:150 4314=16:135 4310=12:120 4309y=8:105
xeon platinum 8490h=60:350 8480+=56:350 8481c=56:350 8488c=48:385 8480c=56:350 8470=52:350 8471n=52:300 8468=48:350
8462y+=32:300 8460y+=40:300 8458p=44:350 8452y=36:300
xeon gold 6458q=32:350 6448y=32:225 6444y=16:270 6442y=24:225 6438y+=32:205 6430=32:270 6426y=16:185 6414u=32:250
5420+=28:205 5418y=24:185 5416s=16:150 5415+=8:150
xeon silver 4416+=20:165 4410y=12:150
xeon platinum 8592+=64:350 8581c=60:350 8580=60:350 8573c=56:350 8568y+=48:350 8562y+=32:300 8558=48:330
xeon gold 6558q=32:350 6548y+=32:250 6548y=32:250 6542y=24:250 6538y+=32:225 6530=32:270 6526y=16:195 5520+=28:205
xeon silver 4514y=16:150 4510=12:150
xeon 6980p=128:500 6979p=120:500 6972p=96:500 6960p=72:500 6787p=86:350 6767p=64:350 6747p=48:330 6737p=32:270
6730p=32:250 6780e=144/144:330 6766e=144/144:250 6756e=128/128:225 6746e=112/112:250 6740e=96/96:250 6731e=96/96:250
6710e=64/64:205 6369p=8:95
xeon 6978p=120:500 6962p=72:500 6725p=16:235 6503p=8:135 6518p-b=20:150 6532p-b=32:205 6544p-b=32:170 6548p-b=32:195
6718p-b=40:235 6756p-b=64:325 6766p-b=64:305 6768p-b=64:325 6776p-b=72:325 6377p=12:95
6990e+=288/288:450 6980e+=264/264:400 6970e+=192/192:400 6960e+=144/144:330
xeon 698x=86:350 696x=64:350 678x=48:300 676x=32:275 674x=28:270 658x=24:250 656=20:210 654=18:200 638=16:180 636=12:170
634=12:150
xeon e5-2699 v4=22:145 e5-2698 v4=20:135 e5-2697 v4=18:145 e5-2696 v4=22:150 e5-2695 v4=18:120 e5-2690 v4=14:135
e5-2686 v4=18:145 e5-2683 v4=16:120 e5-2680 v4=14:120 e5-2673 v4=20:135 e5-2667 v4=8:135 e5-2660 v4=14:105
e5-2650 v4=12:105 e5-2640 v4=10:90 e5-2637 v4=4:135 e5-2630 v4=10:85 e5-2620 v4=8:85 e5-2609 v4=8/8:85
e5-2603 v4=6/6:85
xeon e5-2699 v3=18:145 e5-2698 v3=16:135 e5-2697 v3=14:145 e5-2695 v3=14:120 e5-2690 v3=12:135 e5-2683 v3=14:120
e5-2680 v3=12:120 e5-2676 v3=12:120 e5-2673 v3=12:110 e5-2670 v3=12:120 e5-2667 v3=8:135 e5-2660 v3=10:105
e5-2650 v3=10:105 e5-2640 v3=8:90 e5-2630 v3=8:85 e5-2620 v3=6:85
xeon e5-2697 v2=12:130 e5-2695 v2=12:115 e5-2690 v2=10:130 e5-2680 v2=10:115 e5-2670 v2=10:115 e5-2660 v2=10:95
e5-2650 v2=8:95 e5-2640 v2=8:95 e5-2630 v2=6:80 e5-2620 v2=6:80
xeon e5-2690=8:135 e5-2680=8:130 e5-2670=8:115 e5-2665=8:115 e5-2660=8:95 e5-2650=8:95 e5-2640=6:95 e5-2630=6:95
e5-2620=6:95
xeon e-2288g=8:95 e-2278g=8:80 e-2276g=6:80 e-2246g=6:80 e-2236=6:80 e-2186g=6:95 e-2176g=6:80 e-2136=6:80
e-2388g=8:95 e-2386g=6:95 e-2378=8:65 e-2356g=6:80 e-2336=6:65 e-2488=8:95 e-2486=6:95 e-2468=8:65 e-2436=6:65
xeon d-2796nt=20:120 d-2775te=16:100 d-1541=8:45 d-1521=4:45
xeon w-2295=18:165 w-2145=8:140 w-3245=16:205 w9-3495x=56:350
`

const SERVER_ARM = `
altra q64-30=64:180 q80-30=80:210 q80-33=80:250 m128-30=128:250
graviton2=64 graviton3=64 graviton4=96 cobalt 100=128
ampereone a192-32x=192:400
`

const CLIENT = `
core i9-14900k=24/32:125 core i7-14700k=20/28:125 core i5-14600k=14/20:125 core i9-13900k=24/32:125
core i7-13700k=16/24:125 core i5-13600k=14/20:125 core i5-13500=14/20:65 core i9-12900k=16/24:125
core i7-12700k=12/20:125 core i5-12600k=10/16:125 core i5-12400=6:65 core i9-11900k=8:125 core i7-11700k=8:125
core i9-10900k=10:125 core i7-10700k=8:125 core i7-10700=8:65 core i5-10400=6:65 core i9-9900k=8:95
core i7-9700k=8/8:95 core i7-8700k=6:95 core i7-8700=6:65 core i7-8700b=6:65 core i5-8400=6/6:65 core i7-7700k=4:91
core i7-7700=4:65 core i7-6700k=4:91 core i7-6700=4:65 core i5-6500=4/4:65 core i7-4790=4:84 core i7-4770=4:84
core i5-4570=4/4:84 core i3-540=2:73
core i7-1185g7=4:28 core i7-1165g7=4:28 core i5-1135g7=4:28 core i7-1260p=12/16:28 core i7-1360p=12/16:28
core i7-12700h=14/20:45 core i7-13700h=14/20:45 core i9-13900h=14/20:45 core i7-8565u=4:15 core i5-8250u=4:15
core i7-8750h=6:45 core i7-9750h=6:45 core i9-9880h=8:45 core i7-10750h=6:45 core i7-1068ng7=4:28
n100=4/4:6 n150=4/4:6 n97=4/4:12 core i3-n305=8/8:15
core ultra 7 265k=20/20:125 core ultra 5 245k=14/14:125 core ultra 7 155h=16/22:28 core ultra 9 285k=24/24:125
ryzen 9 9950x=16:170 ryzen 9 9900x=12:120 ryzen 7 9700x=8:65 ryzen 5 9600x=6:65 ryzen 9 7950x=16:170
ryzen 9 7900x=12:170 ryzen 7 7700x=8:105 ryzen 5 7600x=6:105 ryzen 7 7800x3d=8:120 ryzen 9 5950x=16:105
ryzen 9 5900x=12:105 ryzen 7 5800x=8:105 ryzen 7 5700x=8:65 ryzen 5 5600x=6:65 ryzen 5 5600g=6:65 ryzen 7 5700g=8:65
ryzen 9 3950x=16:105 ryzen 9 3900x=12:105 ryzen 7 3800x=8:105 ryzen 7 3700x=8:65 ryzen 7 8700g=8:65 ryzen 5 8600g=6:65 ryzen 5 3600=6:65 ryzen 7 2700x=8:105
ryzen 5 2600=6:65 ryzen 7 1800x=8:95 ryzen 7 1700=8:65
ryzen 7 7840u=8:28 ryzen 7 7840hs=8:45 ryzen 7 6800u=8:28 ryzen 7 5800u=8:15 ryzen 7 pro 5850u=8:15 ryzen 7 5800h=8:45
ryzen 7 4800u=8:15 ryzen 7 4800h=8:45 ryzen 7 pro 4750u=8:15 ryzen 5 5600h=6:45
ryzen threadripper 3990x=64:280 ryzen threadripper 3970x=32:280 ryzen threadripper pro 5995wx=64:280
ryzen threadripper pro 7995wx=96:350 ryzen threadripper 7980x=64:350
`

const APPLE = `
m1=8/8 m1 pro=10/10 m1 max=10/10 m1 ultra=20/20 m2=8/8 m2 pro=12/12 m2 max=12/12 m2 ultra=24/24 m3=8/8 m3 pro=12/12
m3 max=16/16 m4=10/10 m4 pro=14/14 m4 max=16/16
`

/** What a maker publishes of a CPU. */
export interface CoreFacts {
  readonly cores: number
  /** Undefined: two for each core where the generation has them. */
  readonly threads: number | undefined
  readonly tdpWatts: number | undefined
}

/** Reads the lists above. A word without its family takes that of the word before: "epyc 7601=.. 7551=..". */
const readFacts = (): ReadonlyMap<string, CoreFacts> => {
  const facts = new Map<string, CoreFacts>()
  for (const text of [SERVER_AMD, SERVER_INTEL, SERVER_ARM, CLIENT, APPLE]) {
    let family = ''
    for (const entry of text.trim().split(/(?<=\S=\S+)\s+/)) {
      const match = /^(.*?)=(\d+)(?:\/(\d+))?(?::(\d+))?$/.exec(entry)
      if (match === null) continue
      const [, name = '', cores = '', threads, tdp] = match
      const first = name.search(/\S*\d/)
      if (/^(?:epyc|xeon|core|ryzen|n\d|altra|graviton|cobalt|ampereone|m\d(?: |$))/.test(name)) {
        family = name.slice(0, first)
      }
      const key = name.startsWith(family) ? name : `${family}${name}`
      facts.set(key, {
        cores: Number(cores),
        threads: threads === undefined ? undefined : Number(threads),
        tdpWatts: tdp === undefined ? undefined : Number(tdp),
      })
    }
  }
  return facts
}

let facts: ReadonlyMap<string, CoreFacts> | undefined

/** Facts from the makers' pages of the CPU of a key (see `cpuKey`), or undefined. */
export const coreFactsOf = (key: string): CoreFacts | undefined => (facts ??= readFacts()).get(key)

/** Reads the lists of sizes: cores and threads, without TDP. */
const readServerSizes = (): ReadonlyMap<string, CoreFacts> => {
  const sizes = new Map<string, CoreFacts>()
  for (const list of [SERVER_CORES, LISTED_CORES]) {
    for (const [key, size] of familyEntries(list)) {
      const [cores, threads] = size.split('/')
      sizes.set(key, { cores: Number(cores), threads: Number(threads), tdpWatts: undefined })
    }
  }
  return sizes
}

let serverSizes: ReadonlyMap<string, CoreFacts> | undefined

/** Cores and threads of a CPU from the lists of sizes, or undefined. */
export const serverSizeOf = (key: string): CoreFacts | undefined => (serverSizes ??= readServerSizes()).get(key)
