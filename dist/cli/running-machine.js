import{I as e,c as t,mt as n}from"./start.js";import{c as r,i,l as a,o,r as s,s as c,t as l,u}from"./wall-readings.js";const d=[[`core i7-8700b`,`Mac mini (2018)`,20,122],[`m1`,`Mac mini (2020)`,6.8,39],[`m1 max`,`Mac Studio (2022)`,11,115],[`m1 ultra`,`Mac Studio (2022)`,13,215],[`m2`,`Mac mini (2023)`,7,50],[`m2 pro`,`Mac mini (2023)`,7,100],[`m2 max`,`Mac Studio (2023)`,9,145],[`m2 ultra`,`Mac Studio (2023)`,10,295],[`m3`,`iMac (2023) without its display`,5.5,35],[`m3 ultra`,`Mac Studio (2025)`,9,270],[`m4`,`Mac mini (2024)`,4,65],[`m4 pro`,`Mac mini (2024)`,5,140],[`m4 max`,`Mac Studio (2025)`,6,145]],f=(e,t)=>{let n=d.find(([t])=>t===e);if(n===void 0&&!t)return null;let[r,i,a,o]=n??d.find(([t])=>t===e.replace(/^m\d+/,`m2`))??d.find(([e])=>e===`m2`)??[`m2`,`Mac mini (2023)`,7,50],s=`Apple's published idle and maximum power of the ${i}`;return{idleWatts:a,fullWatts:a+(t?.55:1)*(o-a),basis:n===void 0?`${s} with ${r.replace(/\b./g,e=>e.toUpperCase())}; Apple publishes none for this chip`:s}},p=.5,m=(e,t)=>e<=2&&t>16?e*1024:e,h=e=>{let t=[1,e.age,e.age*e.age,+(e.make===`amd`),+(e.make===`arm`)];return e.coresPerSocket!==void 0&&t.push(Math.log2(e.coresPerSocket)),e.tdpWatts!==void 0&&t.push(Math.log2(e.tdpWatts)),t},g=(e,t)=>((e.generation?.year??t-1)-2014)/5,ee=(e,t)=>2**e.weights.reduce((e,n,r)=>e+n*(t[r]??0),0),_=(e,t,n)=>{let r=[],{generation:i,cpuKey:a}=t,o=i?.make??t.make??``,s={...t,coresPerSocket:t.coresPerSocket??n?.coresPerSocket},c=t.threadsPerCore??n?.threadsPerCore,l=s.year??v(r,`year`,n?.year??te(e,i?.year)),u=g(t,l),{sockets:d,coresPerSocket:f}=ne(s,{threadsPerCore:c,usualSockets:t.usualSockets??n?.sockets,make:o,age:u},e,r),p=(s.threads??0)/(s.cores??d*f),_=p>=1?p:c??x(t),y=Math.min(_,2),b=(t,n)=>{let i=n===void 0?{make:o,age:u,coresPerSocket:f}:{make:o,age:u,coresPerSocket:f,tdpWatts:n},{deviation:a}=e[t];return v(r,t,{value:ee(e[t],h(i)),deviation:a})},S=s.tdpWatts??n?.tdpWatts??b(`tdpWatts`),C=s.mhz??n?.mhz??b(`mhz`,S),w=n?.memoryPerSocketGb,T;return T=s.memoryGb===void 0?w===void 0?d*b(`memoryGb`,S):d*v(r,`memoryGb`,w):m(s.memoryGb,d*f),{machine:{cpuKey:a,generation:i,make:o,sockets:d,coresPerSocket:f,threadsPerCore:y,tdpWatts:S,mhz:C,memoryGb:T,year:l},assumed:r}},v=(e,t,{value:n,deviation:r})=>(e.push({quantity:t,deviation:r}),n),te=({yearsAfterGeneration:{mean:e,deviation:t}},n)=>n===void 0?{value:2021,deviation:4}:{value:n+Math.round(e),deviation:t},ne=(e,t,n,r)=>{let i=e.cores??b(e.threads,t.threadsPerCore);if(e.sockets!==void 0&&i!==void 0){let t=e.coresPerSocket,n=i/e.sockets;return{sockets:e.sockets,coresPerSocket:t!==void 0&&n===t/e.sockets?t:n}}if(e.coresPerSocket!==void 0){if(e.sockets!==void 0)return{sockets:e.sockets,coresPerSocket:e.coresPerSocket};if(i!==void 0){let t=Math.max(1,Math.round(i/e.coresPerSocket));return{sockets:t,coresPerSocket:i/t}}return{sockets:v(r,`sockets`,y(t.usualSockets)),coresPerSocket:e.coresPerSocket}}let{deviation:a}=n.coresPerSocket,o=e.generation?.maxCores??1/0,s=Math.min(o,Math.max(1,Math.round(ee(n.coresPerSocket,h(t)))));if(i===void 0)return{sockets:e.sockets??v(r,`sockets`,y(t.usualSockets)),coresPerSocket:v(r,`coresPerSocket`,{value:s,deviation:a})};let c=i>s*1.5?2:1,l=v(r,`sockets`,{value:c,deviation:p});return{sockets:l,coresPerSocket:i/l}},y=e=>e===void 0?{value:1,deviation:1}:{value:e,deviation:p},b=(e,t)=>e===void 0?void 0:Math.max(1,Math.ceil(e/(t??2))),x=({generation:e,make:t})=>e===void 0?t===`arm`?1:2:/^(?:arm|apple)$/.test(e.make)||/^(?:sierra|clearwater)forest$/.test(e.id)||e.year<(e.make===`amd`?2017:2009)?1:2,S=e=>(Math.min(Math.max(e,2004),2026)-2014)/5,C=e=>({chips:Math.log2(e.sockets/1.5),coresPerChip:Math.log2(e.coresPerSocket/8),tdpPerChip:Math.log2(e.tdpWatts/100),memoryPerChip:Math.log2(e.memoryGb/e.sockets/32),clock:Math.log2(e.mhz/2500),top:Math.log2(Math.min(1,e.coresPerSocket/(e.generation?.maxCores??e.coresPerSocket))),threads:(e.threadsPerCore-1.5)*2,generationYear:S(e.generation?.year??e.year-1),year:S(e.year)}),w=e=>[1,...T.map(t=>e[t]),e.generationYear**2],T=[`chips`,`coresPerChip`,`tdpPerChip`,`memoryPerChip`,`clock`,`threads`,`generationYear`],re=[[/^xeon 63\d\dp\b/,`raptorlake`,`lga1700`,`intel`,`server`,2024,8],[/^xeon 69\d\de\+/,`clearwaterforest`,`lga7529`,`intel`,`server`,2026,288],[/^xeon 69\d\de/,`sierraforest`,`lga7529`,`intel`,`server`,2025,288],[/^xeon 6\d\d\de/,`sierraforest`,`lga4710`,`intel`,`server`,2024,144],[/^xeon 69\d\dp/,`graniterapids`,`lga7529`,`intel`,`server`,2024,128],[/^xeon 6[5-7]\d\dp/,`graniterapids`,`lga4710`,`intel`,`server`,2025,86],[/^xeon 6[3-9]\dx?$/,`graniterapids`,`lga4710`,`intel`,`desktop`,2026,86],[/^xeon (?:max 9[45]|cpu max 9[45])\d\d/,`sapphirerapids`,`lga4677`,`intel`,`server`,2023,60],[/^xeon (?:bronze|silver|gold|platinum) [3-9]1\d\d/,`skylake`,`lga3647`,`intel`,`server`,2017,28],[/^xeon (?:bronze|silver|gold|platinum) [3-9]2\d\d/,`cascadelake`,`lga3647`,`intel`,`server`,2019,28],[/^xeon (?:gold|platinum) [568]3\d\dhl?c?\b/,`cooperlake`,`lga4189`,`intel`,`server`,2020,28],[/^xeon (?:bronze|silver|gold|platinum) [3-9]3\d\d/,`icelake`,`lga4189`,`intel`,`server`,2021,40],[/^xeon (?:bronze|silver|gold|platinum) [3-9]4\d\d/,`sapphirerapids`,`lga4677`,`intel`,`server`,2023,60],[/^xeon (?:bronze|silver|gold|platinum) [3-9]5\d\d/,`emeraldrapids`,`lga4677`,`intel`,`server`,2023,64],[/^xeon d-15\d\d/,`broadwell`,`xeon-d`,`intel`,`server`,2015,16],[/^xeon d-16\d\d/,`broadwell`,`xeon-d`,`intel`,`server`,2019,16],[/^xeon d-21\d\d/,`skylake`,`xeon-d`,`intel`,`server`,2018,18],[/^xeon d-[12][78]\d\d/,`icelake`,`xeon-d`,`intel`,`server`,2022,20],[/^xeon e-2[12]\d\d/,`coffeelake`,`lga1151`,`intel`,`server`,2018,8],[/^xeon e-23\d\d/,`rocketlake`,`lga1200`,`intel`,`server`,2021,8],[/^xeon e-24\d\d/,`raptorlake`,`lga1700`,`intel`,`server`,2023,8],[/^xeon w-1[01]\d{3}m/,`cometlake`,`bga`,`intel`,`mobile`,2020,8],[/^xeon w-?12\d\d/,`cometlake`,`lga1200`,`intel`,`desktop`,2020,10],[/^xeon w-?13\d\d/,`rocketlake`,`lga1200`,`intel`,`desktop`,2021,8],[/^xeon w-?21\d\d/,`skylake`,`lga2066`,`intel`,`desktop`,2017,18],[/^xeon w-?22\d\d/,`cascadelake`,`lga2066`,`intel`,`desktop`,2019,18],[/^xeon w-?31\d\d/,`skylake`,`lga3647`,`intel`,`desktop`,2018,28],[/^xeon w-?32\d\d/,`cascadelake`,`lga3647`,`intel`,`desktop`,2019,28],[/^xeon w-?33\d\d/,`icelake`,`lga4189`,`intel`,`desktop`,2021,40],[/^xeon w[3579]?-?[23][45]\d\d/,`sapphirerapids`,`lga4677`,`intel`,`desktop`,2023,60],[/^xeon e3-1\d{3}[a-z]* v6/,`kabylake`,`lga1151`,`intel`,`server`,2017,4],[/^xeon e3-1\d{3}[a-z]* v5/,`skylake`,`lga1151`,`intel`,`server`,2015,4],[/^xeon e3-1\d{3}[a-z]* v4/,`broadwell`,`lga1150`,`intel`,`server`,2015,4],[/^xeon e3-1\d{3}[a-z]* v3/,`haswell`,`lga1150`,`intel`,`server`,2013,4],[/^xeon e3-1\d{3}[a-z]* v2/,`ivybridge`,`lga1155`,`intel`,`server`,2012,4],[/^xeon e3-1\d{3}[a-z]*(?! v[02-9])\b/,`sandybridge`,`lga1155`,`intel`,`server`,2011,4],[/^xeon e5-\d{4}[a-z]* v4/,`broadwell`,`lga2011-3`,`intel`,`server`,2016,24],[/^xeon e5-\d{4}[a-z]* v3/,`haswell`,`lga2011-3`,`intel`,`server`,2014,18],[/^xeon e5-[124]4\d\d[a-z]* v2/,`ivybridge`,`lga1356`,`intel`,`server`,2014,10],[/^xeon e5-\d{4}[a-z]* v2/,`ivybridge`,`lga2011`,`intel`,`server`,2013,12],[/^xeon e5-[124]4\d\d[a-z]*(?! v[02-9])\b/,`sandybridge`,`lga1356`,`intel`,`server`,2012,8],[/^xeon e5-\d{4}[a-z]*(?! v[02-9])\b/,`sandybridge`,`lga2011`,`intel`,`server`,2012,8],[/^xeon e7-\d{4}[a-z]* v4/,`broadwell`,`lga2011-1`,`intel`,`server`,2016,24],[/^xeon e7-\d{4}[a-z]* v3/,`haswell`,`lga2011-1`,`intel`,`server`,2015,18],[/^xeon e7-\d{4}[a-z]* v2/,`ivybridge`,`lga2011-1`,`intel`,`server`,2014,15],[/^xeon e7-\d{4}[a-z]*(?! v[02-9])\b/,`westmere`,`lga1567`,`intel`,`server`,2011,10],[/^xeon [lxew]34\d\d/,`nehalem`,`lga1156`,`intel`,`server`,2009,4],[/^xeon [xlew]?5[5]\d\d/,`nehalem`,`lga1366`,`intel`,`server`,2009,4],[/^xeon [xlew]?35\d\d/,`nehalem`,`lga1366`,`intel`,`server`,2009,4],[/^xeon [xlew]?[53]6\d\d/,`westmere`,`lga1366`,`intel`,`server`,2010,6],[/^xeon [xle]?[67]5\d\d/,`nehalem`,`lga1567`,`intel`,`server`,2010,8],[/^xeon 50[2-8]\d/,`netburst`,`lga771`,`intel`,`server`,2006,2],[/^xeon (?:7[01]\d\d|mp\b)/,`netburst`,`socket604`,`intel`,`server`,2006,2],[/^xeon [xle]?74\d\d/,`penryn`,`socket604`,`intel`,`server`,2008,6],[/^xeon [xle]?7[23]\d\d/,`core`,`socket604`,`intel`,`server`,2007,4],[/^xeon [xle]?5[24]\d\d/,`penryn`,`lga771`,`intel`,`server`,2007,4],[/^xeon [xle]?5[13]\d\d/,`core`,`lga771`,`intel`,`server`,2006,4],[/^xeon [xle]3[13]\d\d\b/,`penryn`,`lga775`,`intel`,`server`,2008,4],[/^xeon [xle]?3[02]\d\d\b/,`core`,`lga775`,`intel`,`server`,2007,4],[/^xeon phi/,`knightslanding`,`lga3647`,`intel`,`server`,2016,72],[/^epyc 4\d[\da-z]\d?4\w*/,`zen4`,`am5`,`amd`,`server`,2024,16],[/^epyc 4\d[\da-z]5\w*/,`zen5`,`am5`,`amd`,`server`,2025,16],[/^epyc (?:embedded )?3\d\d1\w*/,`zen`,`sp4`,`amd`,`server`,2018,16],[/^epyc 7[\da-z]\d1\w*/,`zen`,`sp3`,`amd`,`server`,2017,32],[/^epyc 7[\da-z]\d2\w*/,`zen2`,`sp3`,`amd`,`server`,2019,64],[/^epyc 7[\da-z][\df]3\w*/,`zen3`,`sp3`,`amd`,`server`,2021,64],[/^epyc 8[\da-z]\d4\w*/,`zen4c`,`sp6`,`amd`,`server`,2023,64],[/^epyc 8[\da-z]\d5\w*/,`zen5c`,`sp6`,`amd`,`server`,2025,84],[/^epyc 97\d4\w*/,`zen4c`,`sp5`,`amd`,`server`,2023,128],[/^epyc 9[\da-z]\d4\w*/,`zen4`,`sp5`,`amd`,`server`,2022,96],[/^epyc 9(?:965|845|825|745|645)\w*/,`zen5c`,`sp5`,`amd`,`server`,2024,192],[/^epyc 9[\da-z]\d5\w*/,`zen5`,`sp5`,`amd`,`server`,2024,128],[/^epyc 9v33x/,`zen4`,`sp5`,`amd`,`server`,2023,96],[/^epyc 9[\da-z]\d6\w*/,`zen6`,`sp7`,`amd`,`server`,2026,256],[/^(?:hygon c86(?! ?-?4g)|c86 7|dhyana)/,`zen`,`sp3`,`amd`,`server`,2018,32],[/^opteron [346]3\d\d\w*/,`piledriver`,`g34`,`amd`,`server`,2012,16],[/^opteron [346]2\d\d\w*/,`bulldozer`,`g34`,`amd`,`server`,2011,16],[/^opteron 61\d\d\w*/,`k10`,`g34`,`amd`,`server`,2010,12],[/^opteron 41\d\d\w*/,`k10`,`c32`,`amd`,`server`,2010,6],[/^opteron [28]4\d\d\w*/,`k10`,`socket-f`,`amd`,`server`,2009,6],[/^opteron [128]3[789]\d\w*/,`k10`,`socket-f`,`amd`,`server`,2008,6],[/^opteron [128]3\d\d\w*/,`k10`,`socket-f`,`amd`,`server`,2007,6],[/^opteron [128]?2\d\d\w*/,`k8`,`socket-f`,`amd`,`server`,2006,2],[/^opteron 63xx/,`piledriver`,`g34`,`amd`,`server`,2012,16],[/^opteron 62xx/,`bulldozer`,`g34`,`amd`,`server`,2011,16],[/^opteron 23xx/,`k10`,`socket-f`,`amd`,`server`,2008,6],[/^opteron x\d{4}/,`excavator`,`fp4`,`amd`,`mobile`,2017,4],[/^opteron/,`k8`,`socket-f`,`amd`,`server`,2005,2],[/^altra m/,`neoverse-n1`,`altra`,`arm`,`server`,2021,128],[/^altra/,`neoverse-n1`,`altra`,`arm`,`server`,2020,128],[/^(?:neoverse-n1|graviton2)/,`neoverse-n1`,`cloud-arm`,`arm`,`server`,2020,64],[/^(?:neoverse-v1|graviton3)/,`neoverse-v1`,`cloud-arm`,`arm`,`server`,2022,64],[/^(?:neoverse-n2|cobalt 100|yitian)/,`neoverse-n2`,`cloud-arm`,`arm`,`server`,2023,128],[/^(?:neoverse-v2|graviton4|axion|grace)/,`neoverse-v2`,`cloud-arm`,`arm`,`server`,2024,96],[/^neoverse-n3/,`neoverse-n3`,`cloud-arm`,`arm`,`server`,2025,128],[/^(?:neoverse-v3|cobalt 200|graviton5)/,`neoverse-v3`,`cloud-arm`,`arm`,`server`,2025,192],[/^kunpeng/,`taishan-v110`,`kunpeng`,`arm`,`server`,2019,64],[/^(?:ampereone|one a\d)/,`ampereone`,`ampereone`,`arm`,`server`,2023,192],[/^snapdragon x/,`oryon`,`snapdragon`,`arm`,`mobile`,2024,12],[/^m1\b/,`apple-m1`,`apple`,`apple`,`mobile`,2020,10],[/^m2\b/,`apple-m2`,`apple`,`apple`,`mobile`,2022,10],[/^m3\b/,`apple-m3`,`apple`,`apple`,`mobile`,2023,10],[/^m4\b/,`apple-m4`,`apple`,`apple`,`mobile`,2024,10],[/^m5\b/,`apple-m5`,`apple`,`apple`,`mobile`,2025,10],[/^(?:cortex-a\d|raspberry pi)/,`cortex-a`,`board`,`arm`,`mobile`,2019,4],[/^ryzen threadripper (?:pro )?1\d{3}/,`zen`,`str4`,`amd`,`desktop`,2017,32],[/^ryzen threadripper (?:pro )?2\d{3}/,`zen`,`str4`,`amd`,`desktop`,2018,32],[/^ryzen threadripper (?:pro )?3\d{3}/,`zen2`,`str4`,`amd`,`desktop`,2019,64],[/^ryzen threadripper (?:pro )?5\d{3}/,`zen3`,`str4`,`amd`,`desktop`,2022,64],[/^ryzen threadripper (?:pro )?7\d{3}/,`zen4`,`str5`,`amd`,`desktop`,2023,96],[/^ryzen threadripper (?:pro )?9\d{3}/,`zen5`,`str5`,`amd`,`desktop`,2025,96],[/^ryzen z2 extreme/,`zen5`,`fp8`,`amd`,`mobile`,2025,8],[/^ryzen z[12]/,`zen4`,`fp7`,`amd`,`mobile`,2023,8],[/^ryzen embedded v2/,`zen2`,`fp6`,`amd`,`mobile`,2020,8],[/^ryzen embedded v3/,`zen3`,`fp7`,`amd`,`mobile`,2022,8],[/^ryzen embedded/,`zen`,`embedded`,`amd`,`mobile`,2018,4],[/^ryzen ai/,`zen5`,`fp8`,`amd`,`mobile`,2024,16],[/^ryzen \d (?:pro )?1\d{3}/,`zen`,`am4`,`amd`,`desktop`,2017,8],[/^ryzen \d (?:pro )?[2-3]\d{3}(?:u|h|hs|c)\b/,`zen`,`fp5`,`amd`,`mobile`,2018,4],[/^ryzen \d (?:pro )?4\d{3}(?:u|h|hs|c)\b/,`zen2`,`fp6`,`amd`,`mobile`,2020,8],[/^ryzen \d (?:pro )?5[357]00u\b/,`zen2`,`fp6`,`amd`,`mobile`,2021,8],[/^ryzen \d (?:pro )?5\d{3}(?:u|h|hs|hx|c)\b/,`zen3`,`fp6`,`amd`,`mobile`,2021,8],[/^ryzen \d (?:pro )?6\d{3}(?:u|h|hs|hx|c)\b/,`zen3`,`fp7`,`amd`,`mobile`,2022,8],[/^ryzen \d (?:pro )?7\d2\d(?:u|c)\b/,`zen2`,`ft6`,`amd`,`mobile`,2022,4],[/^ryzen \d (?:pro )?7\d3[0-4](?:u|h|hs|c)\b/,`zen3`,`fp6`,`amd`,`mobile`,2023,8],[/^ryzen \d (?:pro )?7\d3[5-9](?:u|h|hs|c)\b/,`zen3`,`fp7`,`amd`,`mobile`,2023,8],[/^ryzen \d (?:pro )?[78]\d{3}(?:u|h|hs|hx|hx3d|c)\b/,`zen4`,`fp7`,`amd`,`mobile`,2023,8],[/^ryzen \d (?:pro )?9\d{3}(?:hx|hx3d)\b/,`zen5`,`fl1`,`amd`,`mobile`,2025,16],[/^ryzen \d (?:pro )?[23]\d\d\b/,`zen4`,`fp8`,`amd`,`mobile`,2025,8],[/^ryzen \d (?:pro )?1\d\d\b/,`zen3`,`fp7`,`amd`,`mobile`,2025,8],[/^ryzen \d (?:pro )?\d\d\b/,`zen2`,`fp6`,`amd`,`mobile`,2025,4],[/^ryzen \d (?:pro )?2\d{3}/,`zen`,`am4`,`amd`,`desktop`,2018,8],[/^ryzen \d (?:pro )?[34]\d{3}/,`zen2`,`am4`,`amd`,`desktop`,2019,16],[/^ryzen \d (?:pro )?5\d{3}/,`zen3`,`am4`,`amd`,`desktop`,2020,16],[/^ryzen \d (?:pro )?[78]\d{3}/,`zen4`,`am5`,`amd`,`desktop`,2022,16],[/^ryzen \d (?:pro )?9\d{3}/,`zen5`,`am5`,`amd`,`desktop`,2024,16],[/^gx-\d/,`jaguar`,`ft3`,`amd`,`mobile`,2014,4],[/^fx-[4689]\d{3}(?!p)/,`piledriver`,`am3`,`amd`,`desktop`,2012,8],[/^fx-\d{4}p/,`excavator`,`fp4`,`amd`,`mobile`,2015,4],[/^athlon (?:pro )?(?:gold|silver) (?:pro )?\d{4}(?:u|c|e)\b|^athlon (?:pro )?3\d\du/,`zen`,`fp5`,`amd`,`mobile`,2019,2],[/^athlon (?:(?:gold|silver) )?(?:pro )?(?:[23]\d\dge|3\d{3}ge?)\b/,`zen`,`am4`,`amd`,`desktop`,2018,4],[/^(?:phenom|athlon|sempron|turion|fx-|a\d+-)/,`k10`,`am3`,`amd`,`desktop`,2010,6],[/^core ultra \d (?:pro )?1\d\d[uhv]/,`meteorlake`,`bga`,`intel`,`mobile`,2023,8],[/^core ultra x?\d (?:pro )?3\d\d[uhvx]*\b/,`pantherlake`,`bga`,`intel`,`mobile`,2026,16],[/^core ultra \d (?:pro )?2\d\dv/,`lunarlake`,`bga`,`intel`,`mobile`,2024,8],[/^core ultra \d (?:pro )?2\d\d(?:u|hx?)\b/,`arrowlake`,`bga`,`intel`,`mobile`,2025,24],[/^core ultra \d (?:pro )?2\d\d/,`arrowlake`,`lga1851`,`intel`,`desktop`,2024,24],[/^core i[3579]-1[34]\d{2,3}(?:u|p|h|hx|hk)\b/,`raptorlake`,`bga`,`intel`,`mobile`,2023,8],[/^core i[3579]-1[34]\d{3}/,`raptorlake`,`lga1700`,`intel`,`desktop`,2022,24],[/^core [3579] \d{3}(?:u|h|hx|hl)?\b/,`raptorlake`,`bga`,`intel`,`mobile`,2024,14],[/^core [3579] \d{3}(?:e|f|te|t)\b/,`raptorlake`,`lga1700`,`intel`,`desktop`,2024,24],[/^(?:core i3-|core 3 )?n\d{2,3}\b/,`gracemont`,`bga`,`intel`,`mobile`,2023,8],[/^core m/,`skylake`,`bga`,`intel`,`mobile`,2016,2],[/^core i[3579]-12\d{2,3}(?:u|p|h|hx|hk)\b/,`alderlake`,`bga`,`intel`,`mobile`,2022,8],[/^core i[3579]-12\d{3}/,`alderlake`,`lga1700`,`intel`,`desktop`,2021,16],[/^core i[3579]-11\d\dg\d/,`tigerlake`,`bga`,`intel`,`mobile`,2020,8],[/^core i[3579]-11\d{3}(?:h|hk)\b/,`tigerlake`,`bga`,`intel`,`mobile`,2021,8],[/^core i[3579]-11\d{3}/,`rocketlake`,`lga1200`,`intel`,`desktop`,2021,8],[/^core i[3579]-10\d\dn?g\d/,`icelake`,`bga`,`intel`,`mobile`,2019,8],[/^core i[3579]-10\d{3}(?:u|y|h|hk)\b/,`cometlake`,`bga`,`intel`,`mobile`,2019,8],[/^core i9-10\d{3}(?:x|xe)\b/,`cascadelake`,`lga2066`,`intel`,`desktop`,2019,18],[/^core i[3579]-10\d{3}/,`cometlake`,`lga1200`,`intel`,`desktop`,2020,10],[/^core i[3579]-[89]\d{3}(?:u|y|h|hk|g|b)\b/,`coffeelake`,`bga`,`intel`,`mobile`,2018,8],[/^core i[79]-9[89]\d\d(?:x|xe)\b/,`skylake`,`lga2066`,`intel`,`desktop`,2018,18],[/^core i[3579]-[89]\d{3}/,`coffeelake`,`lga1151`,`intel`,`desktop`,2018,8],[/^core i[3579]-7y\d\d/,`kabylake`,`bga`,`intel`,`mobile`,2016,2],[/^core i[3579]-7\d{3}(?:u|y|h|hk|hq)\b/,`kabylake`,`bga`,`intel`,`mobile`,2017,8],[/^core i[79]-7[89]\d\d(?:x|xe)\b/,`skylake`,`lga2066`,`intel`,`desktop`,2017,18],[/^core i[3579]-7\d{3}/,`kabylake`,`lga1151`,`intel`,`desktop`,2017,4],[/^core i[3579]-6\d{3}(?:u|y|h|hk|hq)\b/,`skylake`,`bga`,`intel`,`mobile`,2015,8],[/^core i7-6[89]\d\d(?:k|x)\b/,`broadwell`,`lga2011-3`,`intel`,`desktop`,2016,10],[/^core i[3579]-6\d{3}/,`skylake`,`lga1151`,`intel`,`desktop`,2015,4],[/^core i7-5[89]\d\d(?:k|x)\b/,`haswell`,`lga2011-3`,`intel`,`desktop`,2014,8],[/^core i[57]-5\d75[cr]\b/,`broadwell`,`lga1150`,`intel`,`desktop`,2015,4],[/^core i[3579]-5\d{3}/,`broadwell`,`bga`,`intel`,`mobile`,2015,8],[/^core i[3579]-4\d{3}(?:u|y|m|mq|hq|mx)\b/,`haswell`,`bga`,`intel`,`mobile`,2013,8],[/^core i7-4(?:820|9[36]0)(?:k|x)\b/,`ivybridge`,`lga2011`,`intel`,`desktop`,2013,6],[/^core i[3579]-4\d{3}/,`haswell`,`lga1150`,`intel`,`desktop`,2013,4],[/^core i[3579]-3\d{3}(?:u|y|m|qm)\b/,`ivybridge`,`bga`,`intel`,`mobile`,2012,8],[/^core i7-3(?:820|9[3-7]0(?:k|x))\b/,`sandybridge`,`lga2011`,`intel`,`desktop`,2011,6],[/^core i[3579]-3\d{3}/,`ivybridge`,`lga1155`,`intel`,`desktop`,2012,4],[/^core i[3579]-2\d{3}(?:u|y|m|qm)\b/,`sandybridge`,`bga`,`intel`,`mobile`,2011,8],[/^core i[3579]-2\d{3}/,`sandybridge`,`lga1155`,`intel`,`desktop`,2011,4],[/^core i[357]-[3-9]\d\d(?:[mqul]m?|[mu]m?)\b/,`westmere`,`bga`,`intel`,`mobile`,2010,4],[/^core i7-9[0-9]\d\b/,`nehalem`,`lga1366`,`intel`,`desktop`,2008,6],[/^core i[35]-[56]\d\d/,`westmere`,`lga1156`,`intel`,`desktop`,2010,2],[/^core i[57]-[78]\d\d/,`nehalem`,`lga1156`,`intel`,`desktop`,2009,4],[/^core2/,`core`,`lga775`,`intel`,`desktop`,2007,4],[/^(?:atom|(?:celeron|pentium)(?: silver| gold)? [jn]\d{4})/,`atom`,`bga`,`intel`,`mobile`,2015,8],[/^(?:celeron|pentium(?: gold)?) g69\d\d|^pentium gold g7\d{3}|^300t?\b/,`alderlake`,`lga1700`,`intel`,`desktop`,2022,2],[/^(?:celeron|pentium(?: gold)?) g(?:59|6[4-6])\d\d/,`cometlake`,`lga1200`,`intel`,`desktop`,2020,2],[/^(?:celeron|pentium(?: gold)?) g(?:49|5[4-6])\d\d/,`coffeelake`,`lga1151`,`intel`,`desktop`,2018,2],[/^(?:celeron|pentium(?: gold)?) g(?:39[3-9]|4[56][6-9]|46[0-9])\d/,`kabylake`,`lga1151`,`intel`,`desktop`,2017,2],[/^(?:celeron|pentium(?: gold)?) g(?:39[0-2]|4[45])\d/,`skylake`,`lga1151`,`intel`,`desktop`,2015,2],[/^(?:celeron|pentium(?: gold)?) g(?:18|3[2-4])\d\d/,`haswell`,`lga1150`,`intel`,`desktop`,2013,2],[/^(?:celeron|pentium(?: gold)?) g(?:16|2[01])\d\d/,`ivybridge`,`lga1155`,`intel`,`desktop`,2013,2],[/^(?:celeron|pentium gold) (?:73\d\d|85\d\d)|^u300/,`alderlake`,`bga`,`intel`,`mobile`,2022,5],[/^pentium 4/,`netburst`,`lga775`,`intel`,`desktop`,2004,1],[/^pentium d/,`netburst`,`lga775`,`intel`,`desktop`,2006,2]].map(e=>[/^\^((?:[a-z\d -](?![?*{|]))+)/.exec(e[0].source)?.[1]??``,e]),E=e=>{for(let[t,[n,r,i,a,o,s,c]]of re)if(e.startsWith(t)&&n.test(e))return{id:r,platform:i,make:a,segment:o,year:s,maxCores:c}},ie={source:`SPEC's published results (SPECpower_ssj2008), as read in November 2026`,servers:632,idle:{kernel:{linear:.074,alike:{variance:.05,chips:.94,coresPerChip:2.1,tdpPerChip:1.2,memoryPerChip:3.6,clock:4.8,generationYear:1.5,top:2.9,threads:3,year:3},same:{platform:.025,cpu:.0036},sameAndNear:{platform:.015,cpu:.003,memoryPerChip:.51,year:.17},noise:.0095,maker:{variance:.05,year:1},robust:2},outputs:[{mean:4.4434,linear:[-.19687,.64235,-.041379,.25999,.16623,-.36674,-.06218,-.4671,.17455]}]},full:{kernel:{linear:.06,alike:{variance:.075,chips:1.4,coresPerChip:2.2,tdpPerChip:1.1,memoryPerChip:7.4,clock:1.5,generationYear:.8,top:3.3,threads:1.5,year:4},same:{platform:.009,cpu:.002},sameAndNear:{platform:.011,cpu:.004,memoryPerChip:.42,year:.32},noise:.005,maker:{variance:.035,year:1.8},robust:2},outputs:[{mean:5.7481,linear:[-.68708,.66868,.079136,.30914,.10502,-.042951,-.0043591,-.29322,.19479]}]},shape:{kernel:{linear:.018,alike:{variance:.12,chips:1.4,coresPerChip:4.8,tdpPerChip:2.8,memoryPerChip:7.7,clock:.99,generationYear:.6,top:4.5,threads:1,year:1},same:{platform:.006,cpu:.0055},sameAndNear:{platform:.017,cpu:.011,memoryPerChip:.69,year:.25},noise:.03,maker:{variance:.05,year:4},robust:2},outputs:[{mean:-93942e-14,linear:[.015752,-.0066367,.0080867,-.036308,.0051265,-.015514,-.004494,-31739e-10,-.010411]},{mean:-77832e-14,linear:[.027046,-.0044029,.0072974,-.031299,.0071755,-.009836,-.00415,.0046936,-.010221]},{mean:-68053e-14,linear:[.02806,-.0038963,.0097978,-.024887,.0059367,-.0076603,-.004122,.0059009,-.0086136]},{mean:-5335e-13,linear:[.025112,-.0025794,.012304,-.016031,.0054984,-.0023056,-.0029013,.0039814,-.0080103]},{mean:-37965e-14,linear:[.01865,-.0035817,.015531,-.0088996,.0044017,.0053924,-.0010139,.0013252,-.0060741]},{mean:-23105e-14,linear:[.0084369,-.0045215,.014761,-.0025722,.0031571,.010465,-.0016937,13211e-8,-.0037082]},{mean:-81324e-15,linear:[.0053355,-.0016858,.0096064,79227e-8,.0024654,.012392,718e-6,-20597e-8,-.0036442]},{mean:56524e-16,linear:[.0013462,.0021008,.0030229,-66473e-8,.0043985,.0062538,.0016787,.0026027,-24049e-8]},{mean:15397e-15,linear:[.0014481,86109e-8,-.0023166,.002543,.0036331,2833e-7,.0019861,.0035451,-43046e-8]}]},mix:[{idle:.57533,full:.47582,constant:-.43777},{idle:.50527,full:.53826,constant:-.3627},{idle:.4492,full:.59182,constant:-.31712},{idle:.40131,full:.63373,constant:-.24861},{idle:.35773,full:.67076,constant:-.17692},{idle:.30206,full:.71812,constant:-.10767},{idle:.23739,full:.77251,constant:-.037896},{idle:.16569,full:.83783,constant:.002633},{idle:.082925,full:.91878,constant:.0071766}],imputation:{coresPerSocket:{weights:[3.3907,1.2221,-.030313,.90206,1.6732],deviation:.74973},tdpWatts:{weights:[4.9369,-.098557,.079314,-.25134,-.7848,.54917],deviation:.31229},mhz:{weights:[10.812,.13092,-.027136,.13741,.74359,-.25213,.19735],deviation:.17002},memoryGb:{weights:[1.0645,.79256,-.15087,-.23207,-1.3839,.63292,.21006],deviation:.65877},yearsAfterGeneration:{mean:.40317,deviation:.5984}},spreads:{cpu:[[{low:-.226,high:.3},{low:-.149,high:.203},{low:-.146,high:.179},{low:-.136,high:.177},{low:-.132,high:.178},{low:-.128,high:.198},{low:-.135,high:.202},{low:-.146,high:.194},{low:-.142,high:.191},{low:-.141,high:.164},{low:-.135,high:.14}],[{low:-.213,high:.209},{low:-.213,high:.211},{low:-.213,high:.214},{low:-.213,high:.216},{low:-.213,high:.219},{low:-.213,high:.222},{low:-.213,high:.224},{low:-.213,high:.227},{low:-.213,high:.229},{low:-.213,high:.232},{low:-.213,high:.234}],[{low:-.237,high:.26},{low:-.233,high:.247},{low:-.23,high:.235},{low:-.227,high:.223},{low:-.224,high:.211},{low:-.22,high:.209},{low:-.217,high:.21},{low:-.214,high:.203},{low:-.211,high:.192},{low:-.207,high:.153},{low:-.204,high:.139}]],few:[[{low:-.317,high:.3},{low:-.21,high:.222},{low:-.199,high:.205},{low:-.201,high:.177},{low:-.192,high:.178},{low:-.193,high:.198},{low:-.189,high:.202},{low:-.182,high:.194},{low:-.17,high:.191},{low:-.173,high:.164},{low:-.171,high:.14}],[{low:-.31,high:.434},{low:-.306,high:.415},{low:-.302,high:.397},{low:-.298,high:.379},{low:-.295,high:.361},{low:-.291,high:.343},{low:-.287,high:.324},{low:-.283,high:.306},{low:-.279,high:.288},{low:-.276,high:.27},{low:-.272,high:.252}],[{low:-.254,high:.26},{low:-.247,high:.295},{low:-.239,high:.272},{low:-.232,high:.254},{low:-.225,high:.234},{low:-.22,high:.223},{low:-.217,high:.217},{low:-.214,high:.206},{low:-.211,high:.192},{low:-.207,high:.17},{low:-.204,high:.147}]],generation:[[{low:-.33,high:.376},{low:-.235,high:.241},{low:-.203,high:.224},{low:-.201,high:.208},{low:-.193,high:.194},{low:-.195,high:.202},{low:-.187,high:.202},{low:-.188,high:.194},{low:-.203,high:.191},{low:-.187,high:.184},{low:-.177,high:.179}],[{low:-.213,high:.409},{low:-.25,high:.421},{low:-.237,high:.387},{low:-.244,high:.364},{low:-.247,high:.35},{low:-.247,high:.34},{low:-.241,high:.323},{low:-.254,high:.299},{low:-.252,high:.261},{low:-.266,high:.24},{low:-.28,high:.234}],[{low:-.37,high:.41},{low:-.354,high:.421},{low:-.338,high:.387},{low:-.322,high:.364},{low:-.306,high:.35},{low:-.29,high:.34},{low:-.274,high:.323},{low:-.258,high:.299},{low:-.25,high:.261},{low:-.226,high:.236},{low:-.21,high:.217}]],maker:[[{low:-.385,high:.393},{low:-.35,high:.245},{low:-.314,high:.229},{low:-.298,high:.228},{low:-.275,high:.219},{low:-.26,high:.218},{low:-.251,high:.215},{low:-.249,high:.219},{low:-.27,high:.22},{low:-.282,high:.238},{low:-.257,high:.238}],[{low:-.249,high:.662},{low:-.297,high:.627},{low:-.289,high:.592},{low:-.295,high:.557},{low:-.293,high:.522},{low:-.294,high:.487},{low:-.299,high:.452},{low:-.303,high:.417},{low:-.317,high:.382},{low:-.325,high:.347},{low:-.285,high:.312}],[{low:-.435,high:.503},{low:-.416,high:.48},{low:-.397,high:.451},{low:-.378,high:.441},{low:-.359,high:.429},{low:-.34,high:.418},{low:-.32,high:.402},{low:-.303,high:.375},{low:-.317,high:.34},{low:-.325,high:.304},{low:-.244,high:.227}]],unknown:[[{low:-.543,high:.395},{low:-.387,high:.287},{low:-.373,high:.259},{low:-.344,high:.242},{low:-.332,high:.24},{low:-.32,high:.239},{low:-.298,high:.235},{low:-.271,high:.24},{low:-.249,high:.236},{low:-.229,high:.29},{low:-.22,high:.306}],[{low:-.368,high:.427},{low:-.392,high:.487},{low:-.396,high:.455},{low:-.395,high:.441},{low:-.402,high:.441},{low:-.408,high:.439},{low:-.412,high:.437},{low:-.41,high:.439},{low:-.408,high:.44},{low:-.392,high:.442},{low:-.291,high:.444}],[{low:-.438,high:.434},{low:-.412,high:.487},{low:-.396,high:.455},{low:-.395,high:.441},{low:-.402,high:.441},{low:-.408,high:.439},{low:-.412,high:.433},{low:-.41,high:.413},{low:-.408,high:.402},{low:-.392,high:.38},{low:-.204,high:.351}]]}},D=e=>e.split(` `).map(Number),O=new Map,ae=e=>(O.has(e)||O.set(e,E(e)),O.get(e)),oe=e=>{let[t=``,n=``,r=``]=e.split(`|`),[i=1,a=1,o=1,s=1,c=1,l=1,u=0,d=1]=D(n),f=t.startsWith(`?`)?void 0:t,p=f===void 0?void 0:ae(f),m={cpuKey:f,generation:p,make:p?.make??t.slice(1),sockets:i,coresPerSocket:a,threadsPerCore:o,tdpWatts:s,mhz:c,memoryGb:l,year:u};return{machine:m,features:C(m),servers:d,weights:D(r)}};let se;const k=()=>se??={...ie,points:`xeon x5670|2 6 2 95 2933 12 2010 25|-0.811 22.447 4.972 3.717 2.656 2.636 2.705 2.621 2.293 1.582 0.3
xeon e5-2680|2 8 2 130 2700 24 2012 2|2.407 -8.374 -0.752 -0.094 0.981 2.037 3.436 4.12 4.075 3.265 1.285
xeon platinum 8176|2 28 2 165 2100 192 2017 4|5.128 11.118 -3.404 -2.586 -1.623 -1.599 -1.228 -0.972 -0.465 -2.279 -1.916
xeon e5-2670|2 8 2 115 2600 16 2012 1|-1.147 4.88 -0.591 -0.939 -1.534 -2.691 -2.897 -2.785 -2.786 -2.811 -2.295
xeon e-2388g|1 8 2 95 3200 16 2022 10|5.207 6.53 -0.626 -1.228 -1.708 -1.952 -1.987 -2.047 -2.101 -1.598 -1.057
xeon x5675|2 6 2 95 3067 16 2011 4|-21.537 -11.191 2.081 2.325 1.431 0.588 -0.027 -0.883 -1.072 -0.677 -0.622
xeon l5520|2 4 2 60 2260 8 2009 1|-9.979 -10.531 0.147 0.384 0.332 0.509 0.417 0.62 0.49 0.459 0.36
xeon e5-2660 v2|2 10 2 95 2200 24 2013 1|3.62 2.605 1.186 1.195 1.068 0.698 0.483 0.063 -0.414 -1.218 -0.653
xeon l5430|2 4 1 50 2667 8 2008 8|19.751 17.282 -0.545 -1.804 -2.582 -2.83 -2.737 -2.27 -1.881 -1.32 -0.749
epyc 7763|1 64 2 280 2450 128 2021 6|-19.929 -4.437 4.711 4.125 3.182 2.451 3.067 3.863 3.951 3.212 1.903
xeon x5670|2 6 2 95 2933 16 2010 4|-10.371 -5.779 -0.415 0.567 1.238 1.526 1.091 0.575 0.238 -0.026 0.368
epyc 7702p|1 64 2 200 2000 128 2019 3|3.928 -2.07 -0.734 -0.411 0.614 1.165 1.216 1.218 1.045 0.678 0.555
epyc 7742|1 64 2 225 2250 128 2019 5|-6.653 3.324 2.388 2.398 1.423 -0.329 -0.976 -1.388 -1.429 -1.546 -1.254
xeon e5-2470|2 8 2 95 2300 24 2012 12|-33.522 -2.434 -0.464 0.378 1.169 0.991 0.187 -0.663 0.489 2.228 0.247
xeon e5645|2 6 2 80 2400 16 2011 1|1.951 -1.531 -0.274 -0.385 -0.332 0.018 -0.039 0.259 0.856 0.628 0.456
epyc 7763|2 64 2 280 2450 256 2022 2|4.178 -16.375 -2.857 -3.133 -3.217 -3.287 -3.442 -3.816 -3.717 -2.308 -0.943
xeon x3470|1 4 2 95 2933 8 2009 4|2.777 -14.422 -0.801 -1.864 -2.135 -1.667 -1.604 -1.553 -1.189 -0.571 -0.366
xeon e5420|2 4 1 80 2500 16 2008 1|-8.229 -5.23 0.496 0.523 0.531 0.267 -0.003 -0.305 -0.299 0.229 0.138
xeon platinum 8280|2 28 2 205 2700 192 2019 9|-13.22 -0.539 4.906 5.91 6.113 6.991 2.072 -0.157 -1.808 -2.38 -2.202
xeon platinum 8380|2 40 2 270 2300 256 2021 13|-0.208 -2.15 1.333 1.113 0.929 1.19 1.01 0.286 0.093 0.246 0.933
xeon e5-2699 v3|2 18 2 145 2300 64 2015 7|-1.18 -0.318 0.766 1.049 1.228 0.833 0.537 -0.016 -0.061 -0.026 0.036
xeon platinum 8176|1 28 2 165 2100 96 2017 1|3.173 -7.419 0.196 0.029 -0.32 -0.471 -0.61 -0.642 -0.685 -0.347 -0.123
xeon x3360|1 4 1 95 2830 4 2008 2|14.573 18.444 -0.096 -1.038 -1.369 -1.544 -0.871 -0.786 -0.104 -0.453 -0.067
xeon platinum 8276l|4 28 2 165 2300 384 2019 1|-2.883 2.881 1.863 1.967 1.893 1.712 1.512 1.371 1.241 1.217 0.927
xeon e5-2699 v3|2 18 2 145 2300 128 2015 1|-2.734 -10.469 0.567 0.45 0.279 0.389 0.539 0.809 0.806 0.566 0.134
xeon gold 6238r|1 28 2 165 2200 384 2021 1|4.554 2.88 0.099 -0.237 -0.362 -0.31 -0.406 -0.638 -0.709 -0.303 0.06
epyc 7763|2 64 2 280 2450 256 2021 7|9.5 14.323 -1.515 -1.63 -1.209 -0.715 -1.279 -1.994 -2.689 -3.203 -2.251
xeon platinum 8176m|4 28 2 165 2100 192 2017 1|9.82 6.44 -1.427 -1.409 -1.319 -1.231 -1.187 -0.969 -0.764 -0.492 -0.066
xeon e3-1275l v3|1 4 2 45 2700 16 2014 1|-1.384 3.016 -1.02 -1.013 -1.135 -1.065 -1.026 -0.724 -0.396 0.009 -0.023
opteron 6380|4 16 1 115 2500 64 2012 1|8.258 5.845 -1.235 -1.035 -0.802 -0.473 -0.172 0.005 0.238 0.211 0.012
xeon e5345|2 4 1 80 2333 8 2007 1|7.69 11.716 0.125 0.24 0.17 0.097 0.017 -0.053 -0.004 0.027 0.039
xeon platinum 8176|4 28 2 165 2100 384 2018 1|8.312 -6.252 -5.139 -4.476 -4.744 -4.734 -4.3 -3.422 -2.735 -2.077 -0.684
xeon l5410|1 4 1 50 2330 8 2008 1|1.235 0.332 -0.218 -0.049 -0.083 -0.139 -0.124 -0.264 -0.218 -0.26 -0.126
xeon l5420|2 4 1 50 2500 8 2008 5|-27.268 -25.052 -0.376 0.385 1.068 1.453 1.709 1.573 1.24 0.844 0.449
epyc 7742|1 64 2 225 2250 128 2020 2|10.786 0.008 -5.303 -3.859 -1.918 0.227 0.026 -0.333 -0.837 -0.675 -0.74
xeon e5-2670|2 8 2 115 2600 32 2012 3|5.671 16.028 -5.975 -6.945 -7.246 -7.955 -5.714 -4.249 -3.745 -5.061 -3.918
xeon platinum 8280|4 28 2 205 2700 192 2019 1|3.557 -4.361 0.188 0.221 0.131 -0.148 -0.121 -0.089 -0.063 -0.045 0.081
xeon x3470|1 4 2 95 2933 4 2010 2|-2.184 3.399 0.54 0.236 -0.594 -1.421 -1.896 -2.275 -2.241 -1.404 -0.715
epyc 7351|2 16 2 170 2400 128 2018 1|5.725 -2.074 1.255 1.051 0.872 0.704 0.714 0.66 0.362 -0.209 -0.164
xeon x7560|4 8 2 130 2260 128 2010 1|7.828 14.116 -0.696 -1.05 -1.334 -1.572 -1.592 -1.535 -1.356 -0.589 -0.137
opteron 4310ee|2 4 1 35 2200 32 2012 1|-1.301 -2.984 0.539 0.538 0.484 0.329 0.143 0.03 -0.076 -0.193 -0.093
xeon gold 6252|1 24 2 150 2100 384 2021 1|2.837 3.362 -0.331 -0.744 -0.954 -1.143 -1.149 -1.095 -0.685 -0.496 -0.59
xeon e-2288g|1 8 2 95 3700 16 2019 3|-1.128 -8.198 -0.765 -1.396 -1.547 -1.484 -1.23 -0.964 -0.867 -0.998 -0.706
xeon x5670|2 6 2 95 2930 12 2011 1|8.009 -12.731 -0.822 -0.503 -0.387 -0.6 -0.595 -0.807 -0.941 -0.925 -0.31
xeon platinum 8176|4 28 2 165 2100 384 2017 1|-9.805 -12.006 3.51 3.067 2.546 2.55 2.272 1.885 1.478 1.64 1.104
xeon gold 5117|2 14 2 105 2000 192 2018 1|-6.083 -11.05 2.805 2.264 1.9 1.537 1.202 0.725 0.202 0.176 0.251
xeon l5530|2 4 2 60 2400 8 2010 4|15.783 11.555 -3.968 -3.982 -3.463 -2.643 -2.24 -1.874 -1.365 -1.059 -0.63
xeon platinum 8280|2 28 2 205 2700 192 2020 2|-16.387 -6.799 0.693 -1.248 -1.663 -3.313 -1.362 -0.201 -0.623 -1.42 -1.151
xeon l5335|2 4 1 50 2000 16 2007 2|-3.354 -6.8 -0.06 0.021 0.023 0.067 0.03 0.025 0.085 -0.026 0.012
epyc 7702|2 64 2 200 2000 256 2019 2|8.954 -0.145 -4.946 -4.509 -3.633 -2.48 -1.802 -1.498 -1.13 -0.64 -0.119
xeon e5440|2 4 1 80 2833 16 2008 1|-8.278 -9.466 -0.052 0.334 0.469 0.589 0.533 0.536 0.415 0.269 0.135
xeon platinum 8280|1 28 2 205 2700 48 2019 2|2.168 8.023 -2.052 -1.846 -1.707 -1.093 -0.748 -0.39 0.179 0.401 0.357
xeon e5-4640|4 8 2 95 2400 48 2012 4|-9.185 2.048 1.926 1.935 1.506 0.359 -0.219 -0.54 -0.796 -0.706 -0.704
xeon x5675|2 6 2 95 3067 12 2011 4|11.784 16.808 1.892 1.35 1.386 1.658 1.889 2.163 2.228 1.514 0.801
xeon x3360|1 4 1 95 2833 8 2008 2|2.144 4.772 -0.046 0.271 0.491 0.767 0.749 0.649 0.371 0.079 0.038
xeon e5-4669 v3|4 18 2 135 2100 64 2016 1|-1.028 -0.382 1.093 1.418 1.578 1.354 1.025 0.68 0.584 0.454 0.341
xeon platinum 8276l|8 28 2 165 2200 768 2019 1|6.859 -3.086 -1.792 -1.527 -1.468 -1.522 -1.737 -1.457 -1.193 -1.097 -0.668
xeon x3360|1 4 1 95 2833 4 2008 6|-22.077 -22.087 0.316 1.061 1.333 1.779 1.335 1.298 0.721 1.004 0.322
xeon e5450|2 4 1 80 3000 16 2008 3|-1.897 -4.207 0.38 0.648 0.834 1.119 1.248 1.33 1.039 0.68 0.474
xeon e5-2665|2 8 2 115 2400 128 2012 5|2.211 1.326 -1.715 -1.871 -1.485 -0.773 -0.199 0.215 0.765 0.132 0.157
xeon e3-1260l|1 4 2 45 2400 8 2011 4|-8.245 -8.208 -0.527 0.302 0.999 1.181 1.261 1.344 0.672 -0.079 -0.323
epyc 7601|2 32 2 180 2200 128 2018 6|3.265 0.434 -2.002 -2.502 -2.774 -2.89 -2.863 -2.695 -1.905 -0.753 -0.283
core i3-540|1 2 2 73 3067 4 2010 2|5.913 -7.98 1.321 1.901 2.475 2.598 2.536 2.294 1.373 0.546 -0.144
xeon e5-2699 v3|2 18 2 145 2300 32 2015 1|8.289 6.468 -1.476 -1.553 -1.584 -1.208 -0.802 -0.513 -0.418 -0.312 -0.372
xeon e3-1270|1 4 2 80 3400 8 2011 2|0.394 12.51 1.267 0.577 0.196 0.739 0.906 0.945 1.075 1.02 0.85
xeon l5430|2 4 1 50 2660 8 2008 1|-6.78 -10.071 -0.174 0.629 1.032 1.253 1.32 1.264 1.205 0.944 0.607
xeon 3075|1 2 1 65 2660 4 2008 1|6.051 5.104 0.09 -0.02 -0.176 -0.227 -0.16 -0.192 -0.208 -0.139 -0.026
xeon platinum 8276l|2 28 2 165 2200 192 2019 2|-13.62 1.195 3.333 2.586 1.437 1.436 1.909 1.959 1.573 1.281 1.244
opteron 2435|2 6 1 115 2600 16 2009 2|8.685 2.926 -0.718 -0.386 -0.081 -0.391 -0.478 -0.665 -0.641 -0.489 -0.326
xeon x5570|2 4 2 95 2933 12 2009 1|-7.874 -9.925 -0.372 -0.197 -0.561 -0.729 -1.021 -1.028 -0.819 -0.611 -0.258
xeon x5670|2 6 2 95 2933 24 2010 3|23.786 8.658 -2.192 -2.491 -2.873 -3.183 -3.083 -2.527 -1.867 -1.158 -0.752
xeon e5-2670|2 8 2 115 2600 24 2012 3|-10.594 -15.39 3.768 3.989 4.259 6.083 3.867 2.67 2.802 4.91 4.485
xeon platinum 8380hl|4 28 2 250 2900 768 2020 2|8.764 -3.609 0.396 0.213 0.283 0.465 0.183 -0.159 -0.375 -0.819 -0.086
epyc 7742|1 64 2 225 2250 256 2019 1|-3.466 3.727 1.171 0.591 0.108 -0.199 -0.261 -0.318 -0.319 0.011 0.124
xeon gold 6314u|1 32 2 205 2300 64 2021 1|10.172 8.346 -2.559 -2.397 -2.287 -2.291 -2.444 -2.428 -2.132 -1.201 0.017
epyc 7742|2 64 2 225 2250 256 2020 8|-16.251 -18.696 5.886 4.395 2.712 0.985 0.749 0.698 1.052 0.62 0.388
xeon e7-4870|4 10 2 130 2400 128 2011 1|5.815 -1.805 0.253 0.032 -0.16 -0.382 -0.548 -0.497 -0.298 -0.285 -0.271
opteron 6380|2 16 1 115 2500 64 2012 2|-4.906 1.553 0.863 0.964 0.844 0.536 0.197 0.75 0.862 0.667 0.399
xeon l3360|1 4 1 65 2833 4 2009 6|4.13 -1.002 0.859 1.108 1.058 0.9 0.797 0.667 0.422 0.319 0.043
xeon l3360|1 4 1 65 2833 8 2009 1|-6.516 -5.153 -0.045 -0.105 -0.069 -0.278 -0.494 -0.559 -0.527 -0.353 -0.015
xeon x3480|1 4 2 95 3067 8 2010 4|12.967 -0.948 -0.62 -1.489 -2.127 -2.319 -2.251 -1.981 -1.238 -0.543 -0.596
xeon platinum 8176m|2 28 2 165 2100 192 2018 1|2.872 -5.344 -0.993 -0.561 -0.501 -0.296 0.232 0.435 0.174 -0.261 -0.29
opteron 2384|2 4 1 115 2700 16 2008 2|-1.959 0.026 0.383 -0.185 -0.452 -0.319 -0.262 -0.048 0.022 -0.154 -0.151
xeon e5-2470|2 8 2 95 2300 32 2012 3|18.08 0.567 -4.013 -4.278 -4.299 -3.165 -1.26 0.157 -0.382 -1.769 -0.017
xeon x3470|1 4 2 95 2933 8 2010 4|-13.662 20.511 -1.635 0.235 1.975 2.804 3.387 4.194 3.349 2.244 1.211
xeon e5-2699 v3|2 18 2 145 2300 64 2014 1|-9.653 -2.7 1.731 1.541 1.276 1.04 0.848 0.756 0.848 1.042 0.547
xeon x7560|4 8 2 130 2266 128 2010 1|-5.118 -10.366 0.187 0.575 1.017 1.303 1.357 1.209 0.934 0.34 0.086
xeon l5520|2 4 2 60 2266 8 2009 1|10.207 12.503 -0.172 -0.099 -0.054 -0.076 -0.045 -0.11 -0.111 -0.194 -0.189
opteron 6276|2 16 1 115 2300 32 2011 1|-5.916 2.57 0.889 0.916 1.143 1.38 1.835 1.807 1.491 0.946 0.449
xeon e-2356g|1 6 2 80 3200 16 2022 2|3.626 -0.818 0.03 -0.197 -0.086 0.2 0.196 0.252 0.7 0.651 0.568
xeon l5530|2 4 2 60 2400 8 2009 6|-10.89 -7.298 3.342 3.631 3.265 2.271 1.813 1.463 0.985 0.476 0.456
?intel|2 1 1 41.392 3400 6 2006 1|6.883 6.377 -0.859 -0.954 -0.855 -0.784 -0.694 -0.573 -0.491 -0.322 -0.099
opteron 6366he|2 16 1 85 1800 64 2012 1|-1.341 -4.903 -0.48 -0.574 -0.52 -0.34 -0.108 -0.273 -0.308 -0.278 -0.158
xeon e-2356g|1 6 2 80 3200 16 2021 2|-13.209 -7.339 0.417 1.333 1.848 1.924 2.024 1.757 1.113 0.489 0.037
xeon e5-2630|2 6 2 95 2300 128 2012 2|-2.218 4.402 0.555 0.314 0.283 0.32 0.399 0.244 -0.241 0.261 0.393
opteron 6276|4 16 1 115 2300 256 2011 2|-2.347 2.108 0.117 0.318 0.502 0.621 0.615 0.491 0.369 0.247 0.088
xeon platinum 8352y|2 32 2 205 2200 256 2022 1|-3.738 -9.021 1.039 1.462 1.894 2.117 2.238 2.108 1.556 1.284 1.137
?intel|2 1 2 46.449 3600 4 2004 1|-4.985 -0.468 -0.515 -0.56 -0.568 -0.576 -0.434 -0.438 -0.328 -0.208 -0.182
opteron 6174|2 12 1 115 2200 16 2010 2|18.246 6.391 0.227 -0.39 -0.811 -0.735 -2.089 -2.607 -2.211 -1.372 -0.286
xeon e5-2699 v4|2 22 2 145 2200 64 2016 5|2.012 -2.467 1.466 1.305 1.056 1.202 0.723 0.746 0.485 0.652 0.347
xeon e5-2450|2 8 2 95 2100 16 2012 1|-2.321 2.774 -0.693 -0.892 -1.039 -1.15 -1.522 -1.123 -1.124 -0.935 -0.169
opteron 8384|4 4 1 115 2700 16 2008 1|2.981 0.271 -0.114 0.121 0.092 -0.15 -0.331 -0.38 -0.281 -0.219 -0.122
xeon x3220|1 4 1 100 2400 8 2008 1|-5.266 -6.195 0.183 0.031 0.015 -0.072 0.038 0.038 0.091 0.071 -0.026
xeon e3-1230 v6|1 4 2 72 3500 16 2017 3|-4.667 1.907 -0.32 0.278 0.355 0.008 -0.084 -0.039 0.159 0.682 0.831
opteron 6174|4 12 1 115 2200 32 2010 3|-21.619 -7.755 1.637 1.427 1.337 0.947 1.598 2.229 1.812 0.979 0.42
xeon platinum 8276l|4 28 2 165 2200 384 2019 2|1.615 -4.965 -2.531 -2.559 -1.577 -1.156 -1.207 -1.34 -1.137 -1.276 -1.448
opteron 8381he|8 4 1 79 2500 32 2009 2|-4.783 -4.033 -0.257 -0.051 -0.046 0.055 0.078 0.091 0.112 0.052 0.033
xeon l5430|2 4 1 50 2666 16 2008 1|4.839 3.409 -0.034 -0.39 -0.482 -0.569 -0.67 -0.643 -0.56 -0.458 -0.245
xeon e5450|2 4 1 80 3000 16 2007 1|-1.161 1.855 -0.704 -0.978 -0.972 -1.158 -1.018 -1.038 -0.847 -0.609 -0.429
epyc 7702|2 64 2 200 2000 128 2020 2|-4.701 6.592 3.816 3.809 3.327 2.911 2.463 2.234 2.085 1.76 1.047
opteron 8376he|8 4 1 79 2300 32 2009 1|-3.241 -3.028 -0.305 -0.094 0.23 0.425 0.46 0.412 0.299 0.216 0.158
xeon 5160|2 2 1 80 3000 8 2006 1|-6.64 -13.755 0.008 -0.264 -0.537 -0.573 -0.512 -0.231 -0.152 0.077 0.099
xeon e5-2699 v4|2 22 2 145 2200 128 2016 3|-0.606 -1.574 -0.952 -0.447 -0.097 0.124 0.237 -0.205 -0.572 -0.741 -0.273
xeon x3480|1 4 2 95 3067 4 2010 1|-1.253 7.786 -0.725 -0.236 -0.181 -0.18 -0.241 -0.177 -0.199 -0.037 0.417
opteron 2377ee|2 4 1 60 2300 16 2009 1|-10.074 -7.031 -0.702 -0.713 -0.543 -0.211 -0.076 0.015 0.146 0.089 -0.038
xeon l5420|2 4 1 50 2500 16 2008 2|8.081 5.132 0.371 0.407 0.374 0.371 0.369 0.416 0.424 0.236 0.043
xeon e3-1265l v2|1 4 2 45 2500 8 2012 2|2.66 5.518 -0.734 -0.634 -0.502 -0.603 -0.73 -1.094 -1.122 0.43 0.268
xeon e5-2440|2 6 2 95 2400 16 2012 1|1.333 -3.427 0.71 0.377 0.076 -0.348 -0.611 -0.53 -0.479 -0.513 -0.446
xeon e5-2640|2 6 2 95 2500 128 2012 2|-3.031 -3.028 1.221 1.075 0.834 0.423 0.122 -0.159 -0.504 -0.136 -0.125
xeon e5540|2 4 2 80 2533 8 2009 1|-4.567 0.19 0.024 0.028 -0.416 -0.209 0.167 0.095 0.254 0.535 0.268
xeon e5-2630|2 6 2 95 2300 32 2012 1|-5.431 -10.275 0.673 0.554 0.375 -0.336 -1.018 -0.94 -0.801 -0.503 -0.575
xeon x5675|2 6 2 95 3066 24 2011 5|-2.194 -7.996 0.425 0.517 1.121 1.544 1.704 1.507 0.978 0.612 0.186
xeon l5640|2 6 2 60 2266 16 2010 2|-12.124 -0.738 2.051 1.759 1.65 1.418 1.527 1.361 0.982 0.642 0.209
xeon platinum 8380h|4 28 2 250 2900 384 2020 1|-5.986 -10.614 1.402 0.929 0.612 0.309 0.043 -0.1 -0.138 -0.666 -1.054
opteron 8425he|8 6 1 79 2100 32 2009 1|8.252 5.684 -0.477 -0.877 -1.001 -1.039 -1.153 -1.068 -0.883 -0.558 -0.261
xeon e5-2470|1 8 2 95 2300 16 2012 2|11.99 8.482 1.319 0.715 0.171 -0.239 -0.55 -0.571 -1.024 -1.606 -0.423
opteron 4376he|2 8 1 65 2600 32 2012 1|2.789 5.337 -0.328 -0.516 -0.535 -0.41 -0.158 0.066 0.217 0.171 0.097
xeon e3-1260l v5|1 4 2 45 2900 16 2016 2|4.482 -2.97 0.999 1.125 1.195 1.504 1.238 0.716 0.302 -0.195 -0.571
opteron 6168|4 12 1 115 1900 32 2010 1|6.873 0.037 -0.288 -0.424 -0.558 -0.352 -0.065 -0.271 -0.197 0.032 -0.179
opteron 2216he|2 2 1 68 2400 16 2007 1|-0.874 -4.02 1.613 1.909 1.667 1.482 1.257 0.978 0.709 0.535 0.176
xeon gold 6136|2 12 2 150 3000 196 2020 1|6.047 14.021 -1.244 -1.342 -1.133 -0.609 -0.509 -0.308 0.089 0.432 0.353
xeon x5570|2 4 2 95 2930 18 2009 1|8.481 13.358 -1.494 -1.754 -1.536 -1.405 -1.151 -1.075 -1.051 -0.812 -0.459
xeon e3-1275l v3|1 4 2 45 2700 16 2015 1|-6.438 -4.439 -0.329 -0.171 -0.252 -0.173 -0.157 0.05 0.117 -0.121 0.599
xeon 3040|1 2 1 65 1860 4 2006 1|-1.712 -0.927 0.536 0.51 0.437 0.382 0.192 0.129 -0.055 0.055 -0.121
xeon l5408|2 4 1 40 2133 8 2008 1|9.705 5.723 0.734 0.791 0.651 0.452 0.385 0.297 0.111 -0.095 -0.08
xeon e3110|1 2 1 65 3000 4 2008 1|8.032 7.536 0.282 0.455 0.631 0.581 0.458 0.378 0.219 0.001 -0.016
xeon e5-4650l|4 8 2 115 2600 48 2012 2|-1.252 -7.456 -0.799 -1.033 -1.039 -0.281 -0.71 -0.602 -0.056 0.795 1.03
xeon x5675|2 6 2 95 3066 12 2010 1|6.652 -6.303 -1.34 -1.359 -1.22 -1.39 -1.681 -1.729 -1.782 -1.16 -0.264
xeon e5-2650|2 8 2 95 2000 24 2013 2|3.321 1.15 -0.127 0.095 0.032 -0.215 -0.618 -0.323 -0.244 0.043 0.258
core i5-4570|1 4 1 84 3200 16 2014 1|3.205 5.844 1.252 1.072 1.208 1.073 0.852 0.429 0.016 -0.185 -0.186
xeon e5-2665|2 8 2 115 2400 32 2012 1|-8.798 -2.649 -0.416 -0.389 -0.852 -1.711 -2.005 -1.921 -1.814 -1.044 -0.21
opteron 2384|2 4 1 115 2700 8 2008 2|4.397 -2.357 -0.414 0.302 0.689 0.359 0.166 -0.08 -0.302 -0.283 -0.197
xeon platinum 8380hl|4 28 2 250 2900 384 2020 2|-19.016 7.997 1.738 1.466 1.069 0.847 1.173 1.221 1.201 2.029 1.28
xeon x5675|2 6 2 95 3066 48 2011 2|5.768 -1.79 0.734 0.576 0.125 -0.362 -0.754 -0.812 -0.73 -0.589 -0.394
xeon platinum 8280l|2 28 2 205 2700 192 2019 3|8.759 -11.101 -4.981 -4.265 -3.759 -3.702 -2.846 -2.78 -1.696 -1.59 -1.131
core i3-540|1 2 2 73 3067 8 2010 1|-9.818 -5.57 1.417 1.139 0.733 0.375 0.006 -0.429 0.099 -0.059 0.265
xeon l5408|2 4 1 40 2133 32 2008 2|3.503 4.73 0.249 0.081 0.038 -0.008 -0.1 -0.137 -0.074 -0.131 -0.115
xeon l5420|2 4 1 50 2500 16 2009 1|7.439 8.811 -0.246 -0.578 -0.799 -0.95 -1.032 -0.921 -0.802 -0.639 -0.296
xeon 3070|1 2 1 65 2666 4 2007 2|-0.203 -2.288 -0.398 -0.62 -0.632 -0.611 -0.496 -0.442 -0.285 -0.15 0.038
xeon e5-2450l|2 8 2 70 1800 16 2012 1|5.71 -1.167 0.564 0.592 0.547 0.707 0.842 0.355 0.323 0.223 0.034
xeon l5335|2 4 1 50 2000 8 2007 2|5.493 6.609 -0.215 -0.405 -0.474 -0.562 -0.641 -0.635 -0.464 -0.325 -0.149
xeon platinum 8352y|2 32 2 205 2200 512 2021 1|6.819 11.051 -2.213 -2.564 -2.877 -2.725 -2.502 -2.447 -1.798 -0.229 0.47
xeon x5670|2 6 2 95 2933 12 2011 1|-10.101 -9.223 -0.058 0.118 0.336 0.227 0.273 0.478 0.436 0.645 0.252
xeon 7110m|4 2 2 95 2600 16 2006 1|7.404 2.154 0.781 0.578 0.155 -0.219 -0.365 -0.345 -0.296 -0.279 -0.167
xeon e5440|2 4 1 80 2833 16 2007 1|-1.86 6.934 -0.246 0.034 0.41 0.44 0.492 0.588 0.455 0.361 0.212
xeon e5-2640|2 6 2 95 2500 32 2012 3|12.092 9.318 0.368 0.319 0.387 0.785 1.127 0.995 0.426 -0.352 0.272
xeon 7020|4 2 2 165 2660 16 2005 1|-3.872 -2.708 -0.001 0.123 0.589 0.977 0.968 0.853 0.652 0.419 0.196
pentium d 930|1 2 1 130 3000 4 2006 1|0.8 -1.064 0.24 0.255 0.268 0.123 -0.042 0.109 0.078 -0.104 -0.034
xeon 5160|2 2 1 80 3000 8 2007 2|-2.895 5.162 0.014 -0.051 0.01 0.063 0.174 0.036 -0.061 -0.255 -0.148
xeon e5-2650l|2 8 2 70 1800 32 2012 2|0.374 -3.068 0.435 0.472 0.543 0.75 0.792 0.363 0.585 0.478 0.081
xeon e5440|2 4 1 80 2830 16 2007 1|3.796 -0.726 0.464 0.174 -0.283 -0.224 -0.144 -0.115 -0.009 -0.107 -0.083
xeon gold 5218|2 16 2 125 2300 384 2021 1|5.052 1.272 -1.149 -1.464 -1.296 -1.184 -1.077 -1.214 -1.121 -0.908 -0.041
xeon l5410|2 4 1 50 2333 8 2008 1|-10.334 -11.75 -0.124 0.208 0.467 0.577 0.671 0.731 0.52 0.356 0.246
xeon e5-4669 v4|4 22 2 135 2200 256 2016 1|-1.838 4.54 0.19 0.078 0.341 0.354 0.241 0.092 0 -0.286 -0.384
xeon platinum 8280l|4 28 2 205 2700 384 2019 1|2.892 -7.735 0.041 0.137 0.126 0.229 -0.092 -0.321 -0.644 -0.625 -0.592
xeon platinum 8280l|4 28 2 205 2700 384 2018 2|-6.022 20.043 1.715 1.046 0.573 0.022 -0.164 0.05 -0.409 -0.838 -0.61
opteron 2356|2 4 1 95 2300 8 2008 1|6.702 5.278 0.664 -0.158 -0.526 -0.47 -0.298 -0.095 0.101 0.145 0.024
opteron 2376he|2 4 1 79 2300 16 2009 1|2.389 -0.045 0.452 0.2 -0.04 -0.164 -0.211 -0.16 -0.239 -0.269 -0.141
xeon platinum 8368q|2 38 2 270 2600 256 2022 1|-0.169 -5.628 -1.686 -1.162 -0.602 0.005 0.5 0.858 1.106 0.809 0.917
opteron 4164ee|1 6 1 35 1800 8 2010 1|-0.42 1.087 0.824 0.769 0.646 0.5 0.54 0.471 0.329 0.121 0.094
xeon x3470|1 4 2 95 2933 8 2011 1|7.569 -9.155 0.27 -0.111 -0.298 -0.397 -0.431 -0.702 -0.685 -0.666 -0.448
xeon e5-2650|2 8 2 95 2200 24 2013 1|-4.38 -0.11 0.665 0.154 -0.134 -0.527 -0.833 -0.937 -0.793 -0.497 -0.722
xeon e3-1240l v5|1 4 2 25 2100 16 2016 1|1.774 3.214 -0.733 -1.178 -1.18 -1.203 -0.752 -0.325 -0.083 -0.104 -0.056
xeon platinum 8176m|4 28 2 165 2100 192 2018 2|0.131 -1.55 -0.344 -0.076 0.036 0.067 0.064 -0.099 -0.446 -0.674 -0.658
opteron 6276|2 16 1 115 2300 32 2012 1|7.453 0.648 -1.606 -1.468 -1.379 -1.27 -1.088 -0.857 -0.797 -0.351 -0.201
xeon platinum 8376hl|4 28 2 205 2600 384 2020 1|-0.539 -12.104 -0.186 0.448 0.805 1.043 1.085 1.023 0.81 0.285 -0.237
epyc 7742|2 64 2 225 2250 256 2019 1|9.847 13.719 -1.793 -1.477 -0.962 -0.093 0.625 0.586 0.654 1.115 1.029
xeon x5570|2 4 2 95 2933 8 2009 5|1.245 0.141 0.41 1.429 3.019 3.65 3.809 3.471 2.823 1.838 0.543
xeon e5440|2 4 1 80 2833 8 2008 1|0.629 -0.286 0.239 0.37 0.482 0.579 0.599 0.525 0.358 0.184 0.061
opteron 2356|2 4 1 95 2300 16 2007 1|-4.838 5.036 -1.342 -0.973 -0.399 -0.025 -0.006 -0.001 0.074 0.133 0.174
epyc 7713|2 64 2 225 2000 256 2021 1|6.473 7.822 -0.655 -0.057 0.237 0.385 0.889 2.046 2.418 1.988 1.009
xeon platinum 8280l|2 28 2 205 2700 96 2019 1|-10.041 0.538 3.305 2.986 2.787 2.616 2.453 2.377 2.037 1.972 1.207
opteron 6276|4 16 1 115 2300 64 2012 1|-9.444 -0.415 1.511 1.552 1.516 1.576 1.312 1.163 1.095 0.727 0.464
xeon x3430|1 4 1 95 2400 4 2010 1|-8.584 -1.649 -1.083 -1.438 -1.277 -0.957 -0.573 -0.189 0.203 0.296 0.189
epyc 7501|2 32 2 170 2000 512 2017 1|-1.315 -5.13 -0.806 -0.746 -0.736 -0.704 -0.513 -0.289 -0.251 -0.327 -0.307
xeon platinum 8280l|2 28 2 205 2700 384 2019 1|-2.548 -5.518 0.222 0.316 0.316 0.312 0.328 0.482 0.575 0.665 0.228
xeon platinum 8176|8 28 2 165 2100 768 2018 1|-9.829 1.017 3.612 3.065 2.755 2.604 2.457 1.921 1.596 1.088 0.192
xeon x5570|2 4 2 95 2930 8 2009 2|-1.895 -2.093 -1.057 -1.764 -2.4 -2.676 -2.471 -1.98 -1.421 -0.811 0.033
xeon e3-1265l v3|1 4 2 45 2500 8 2013 2|1.928 -0.672 -0.193 -0.268 -0.103 0.03 0.089 0.33 0.61 0.661 0.205
opteron 6344|4 12 1 115 2600 64 2012 1|4.157 -2.79 -0.361 -0.446 -0.789 -1.208 -1.628 -1.942 -1.883 -1.24 -0.406
xeon platinum 8280|4 28 2 205 2700 384 2019 2|9.585 19.897 -4.845 -4.096 -3.503 -2.633 -0.901 -0.012 1.336 2.414 2.724
xeon e5-2670|2 8 2 115 2300 64 2012 1|3.917 8.317 0.763 2.256 2.926 3.416 3.459 3.215 2.903 2.466 1.135
opteron 6238|2 12 1 115 2600 32 2012 1|-0.02 -1.835 -0.604 -0.745 -0.455 -0.142 0.244 0.086 -0.032 -0.099 -0.163
xeon platinum 8176|2 28 2 165 2100 192 2018 1|-0.502 13.414 -0.213 -0.308 0.626 0.836 0.721 0.938 0.404 1.118 1.044
epyc 7551p|1 32 2 180 2000 128 2018 1|-8.903 1.353 0.669 0.85 0.742 0.727 0.643 0.716 0.533 0.114 -0.031
xeon platinum 8280|1 28 2 205 2700 96 2019 1|10.085 -13.064 0.411 0.431 0.427 0.305 1.045 1.268 1.33 1.193 0.813
xeon e3-1220|1 4 1 80 3100 8 2011 1|-3.566 -4.049 -0.923 -0.447 -0.893 -0.889 -0.789 -0.439 -0.086 0.26 0.006
xeon gold 6140|2 18 2 140 2300 192 2018 1|-1.572 1.116 0.776 0.319 -0.073 -0.439 -0.293 -0.281 0.321 1.2 0.93
xeon platinum 8380|2 40 2 270 2300 512 2021 1|-9.596 -10.381 -0.511 0.172 0.551 -0.418 -0.677 -0.671 -0.708 -1.456 -2.24
xeon platinum 8368q|2 38 2 270 2600 512 2022 1|4.773 7.084 2.405 2.041 1.928 2.019 1.935 1.973 1.808 1.421 0.681
xeon gold 6152|2 22 2 140 2100 192 2018 1|-0.134 6.006 0.7 0.449 0.148 0.029 -0.149 -0.071 0.617 1.308 0.814
opteron 2419ee|2 6 1 60 1800 8 2009 1|-3.868 4.605 -0.941 -0.855 -0.728 -0.554 -0.346 -0.198 -0.147 0.055 0.106
xeon x5272|2 2 1 80 3400 8 2008 1|9.17 9.089 0.812 0.518 0.284 0.167 -0.205 -0.546 -0.271 0.131 -0.013
xeon e3-1280|1 4 2 95 3500 8 2011 1|1.103 -6.642 -1.088 -0.801 -0.632 -0.942 -0.635 -0.642 0.075 -0.189 -0.162
xeon platinum 8360y|2 36 2 250 2400 256 2022 1|8.451 11.829 0.334 0.528 0.682 0.819 0.872 0.55 -0.026 -0.611 -1.317
xeon platinum 8276l|2 28 2 165 2300 192 2019 1|6.418 -10.114 -0.081 0.225 0.375 0.362 0.722 0.999 1.087 1.262 1.07
opteron 6262he|2 16 1 85 1600 32 2011 1|-5.066 -5.509 0.001 0.425 0.548 0.287 0.109 0.106 0.152 0.083 -0.029
xeon silver 4214|2 12 2 85 2200 384 2021 1|3.707 3.398 -0.408 -0.58 -0.541 -0.254 -0.548 -0.524 -0.723 -0.422 -0.567
xeon x7560|8 8 2 130 2266 128 2011 1|5.058 2.036 0.006 0.06 -0.003 -0.044 0.044 0.209 0.284 0.181 0.009
xeon e5-4650|4 8 2 130 2700 32 2013 1|5.399 7.831 -2.967 -2.621 -2.001 -1.106 0.212 0.67 0.335 -0.477 -0.106
xeon platinum 8276m|2 28 2 165 2200 192 2019 1|-8.393 6.396 1.45 1.231 0.952 0.697 0.42 -0.095 -0.502 -1.242 -1.572
xeon e5-2650l|2 8 2 70 1800 16 2012 1|4.386 -3.64 0.722 0.618 0.497 0.392 0.31 -0.007 0.002 0.022 0.006
xeon gold 6336y|2 24 2 185 2400 256 2021 1|9.289 13.39 -4.188 -4.861 -5.342 -5.52 -5.342 -3.646 -2.334 -1.08 -0.274
xeon gold 6226r|2 16 2 150 2900 512 2022 1|-3.944 -5.117 0.534 2.654 2.857 2.792 2.647 2.404 2.017 1.183 0.523
epyc 7702|2 64 2 200 2000 512 2019 1|-2.733 -3.471 2.035 2.102 1.889 1.67 1.408 1.302 1.139 0.779 0.406
opteron 2382|2 4 1 115 2600 16 2008 1|-2.269 -2.635 -0.427 -0.14 -0.383 -0.487 -0.264 -0.224 -0.22 -0.111 0.071
xeon platinum 8490h|2 60 2 350 1900 256 2023 4|-0.283 16.253 0 0 0 0 0 0 0 0 0
epyc 9754|2 128 2 360 2250 384 2024 7|-2.66 18.067 0.942 1.11 1.011 0.636 0.22 -0.023 0.068 -0.025 -0.235
epyc 9754|2 128 2 360 2250 384 2023 8|-2.934 -23.866 0 0 0 0 0 0 0 0 0
epyc 9654|2 96 2 360 2400 384 2022 8|-0.936 7.278 -0.046 -0.294 -0.5 -0.616 -0.895 -1.239 -1.103 -0.761 -0.182
epyc 9965|2 192 2 500 2250 384 2025 3|-0.986 -9.256 -1.414 -1.595 -1.702 -1.723 -1.695 -1.68 -1.712 -1.858 -1.412
xeon 6787p|2 86 2 350 2000 512 2025 9|0.734 -6.352 0 0 0 0 0 0 0 0 0
xeon gold 6448y|2 32 2 225 2100 256 2024 1|-2.066 6.368 2.773 2.149 1.65 1.406 1.272 1.103 2.132 2.333 1.367
xeon gold 6448y|1 32 2 225 2100 128 2024 1|-2.914 -4.725 0 0 0 0 0 0 0 0 0
xeon gold 6548y|2 32 2 250 2500 256 2024 1|2.195 -1.493 0 0 0 0 0 0 0 0 0
xeon 6787p|1 86 2 350 2000 512 2025 2|-6.755 -1.156 0 0 0 0 0 0 0 0 0
epyc 9654p|1 96 2 360 2400 192 2023 1|7.533 -4.759 0 0 0 0 0 0 0 0 0
epyc 9754|1 128 2 360 2250 192 2023 7|-7.518 1.186 0 0 0 0 0 0 0 0 0
xeon 6787p|2 86 2 350 2000 256 2025 6|2.102 -6.824 0 0 0 0 0 0 0 0 0
xeon 6980p|2 128 2 500 2000 768 2026 1|-3.336 -3.081 0 0 0 0 0 0 0 0 0
epyc 9965|2 192 2 500 2250 768 2024 2|-3.435 -4.624 1.781 2.101 2.399 2.775 3.178 3.384 2.981 2.442 1.196
xeon gold 5520+|2 28 2 205 2300 512 2025 1|10.437 -11.564 0 0 0 0 0 0 0 0 0
altra q64-30|2 64 1 180 3000 64 2022 1|4.445 -0.876 0 0 0 0 0 0 0 0 0
altra q64-30|1 64 1 180 3000 32 2022 1|3.282 0.472 0 0 0 0 0 0 0 0 0
altra q80-30|1 80 1 210 3000 64 2024 1|-6.105 -2.723 -0.199 -0.278 -0.334 -0.399 -0.453 -0.463 -0.407 -0.334 -0.199
altra m128-30|2 128 1 250 3000 256 2023 2|0.284 1.886 0 0 0 0 0 0 0 0 0
epyc 9754|1 128 2 360 2250 384 2024 1|3.568 -2.128 -0.564 -0.454 -0.262 -0.173 -0.237 -0.364 -0.308 0.235 0.402
epyc 9754|2 128 2 360 2250 768 2024 1|-9.372 9.046 0 0 0 0 0 0 0 0 0
xeon platinum 8490h|2 60 2 350 1900 512 2023 9|-3.189 -16.532 0 0 0 0 0 0 0 0 0
xeon platinum 8480+|2 56 2 350 2000 512 2023 6|2.163 4.232 0 0 0 0 0 0 0 0 0
xeon platinum 8490h|4 60 2 350 1900 1024 2023 4|-13.185 18.412 0 0 0 0 0 0 0 0 0
xeon gold 6538y+|2 32 2 225 2200 512 2024 1|-9.579 -3.813 0 0 0 0 0 0 0 0 0
xeon 6369p|1 8 2 95 3300 32 2025 3|-10.528 -8.695 0 0 0 0 0 0 0 0 0
xeon 6787p|1 86 2 350 2000 128 2025 2|9.359 9.727 0 0 0 0 0 0 0 0 0
xeon e-2488|1 8 2 95 3200 32 2024 4|3.643 6.189 0.135 0.673 1.048 1.271 1.341 1.406 1.091 0.769 0.433
epyc 9654p|1 96 2 360 2400 192 2022 4|2.894 10.003 0 0 0 0 0 0 0 0 0
xeon platinum 8480+|2 56 2 350 2000 256 2023 8|10.931 -39.323 0 0 0 0 0 0 0 0 0
xeon platinum 8490h|4 60 2 350 1900 512 2023 4|6.288 -7.88 0 0 0 0 0 0 0 0 0
xeon 6980p|2 128 2 500 2000 768 2025 3|14.842 11.812 0 0 0 0 0 0 0 0 0
epyc 9655|1 96 2 400 2600 192 2024 4|1.091 -5.313 0 0 0 0 0 0 0 0 0
epyc 9654|1 96 2 360 2400 192 2023 5|-5.462 2.608 0 0 0 0 0 0 0 0 0
epyc 9655|2 96 2 400 2600 384 2024 2|-1.591 1.12 0 0 0 0 0 0 0 0 0
epyc 9654|2 96 2 360 2400 384 2023 1|4.662 -6.496 0 0 0 0 0 0 0 0 0
epyc 9754|2 128 2 360 2250 768 2023 2|-4.775 -4.305 0 0 0 0 0 0 0 0 0
xeon d-2775te|1 16 2 100 2000 64 2024 4|-0.244 -1.755 1.127 0.793 0.534 0.256 0.055 -0.165 -0.305 -0.685 -0.746
xeon platinum 8490h|4 60 2 350 1900 1024 2024 4|11.164 -1.648 -1.159 -1.087 -1.04 -1.093 -0.968 -0.884 -0.951 0.306 1.032
epyc 4465p|1 12 2 65 3400 32 2026 1|-3.695 1.826 0 0 0 0 0 0 0 0 0
epyc 4465p|1 12 2 65 3400 32 2025 1|-3.041 3.147 0 0 0 0 0 0 0 0 0
xeon platinum 8490h|2 60 2 350 1900 256 2024 1|-0.858 0.834 0 0 0 0 0 0 0 0 0
xeon platinum 8480+|2 56 2 350 2000 256 2024 1|-5.217 12.302 0 0 0 0 0 0 0 0 0
xeon gold 6558q|2 32 2 350 3200 512 2024 1|-9.919 11.777 0 0 0 0 0 0 0 0 0
epyc 9654|2 96 2 360 2400 384 2024 1|3.965 4.319 0 0 0 0 0 0 0 0 0
epyc 9754|1 128 2 360 2250 192 2024 1|4.277 -3.94 0 0 0 0 0 0 0 0 0
epyc 9755|2 128 2 500 2700 384 2024 1|-5.863 5.415 0 0 0 0 0 0 0 0 0
epyc 9755|1 128 2 500 2700 192 2024 1|2.566 0.873 0 0 0 0 0 0 0 0 0
epyc 8224pn|1 24 2 120 2050 96 2023 1|-2.119 -0.446 0 0 0 0 0 0 0 0 0
epyc 8024pn|1 8 2 80 2050 96 2023 1|2.759 4.043 0 0 0 0 0 0 0 0 0
epyc 8534pn|1 64 2 175 2000 192 2023 1|-8.133 -7.197 0 0 0 0 0 0 0 0 0
epyc 8024p|1 8 2 90 2400 96 2023 1|-0.085 -2.377 0 0 0 0 0 0 0 0 0
epyc 8324p|1 32 2 180 2650 96 2023 1|0.976 -6.016 0 0 0 0 0 0 0 0 0
epyc 8324pn|1 32 2 130 2050 96 2023 1|1.052 2.072 0 0 0 0 0 0 0 0 0
epyc 8434pn|1 48 2 155 2000 96 2023 1|0.405 4.667 0 0 0 0 0 0 0 0 0
epyc 8124pn|1 16 2 100 2000 96 2023 1|-0.351 1.54 0 0 0 0 0 0 0 0 0
epyc 8434p|1 48 2 200 2500 96 2023 1|3.204 -2.899 0 0 0 0 0 0 0 0 0
epyc 8124p|1 16 2 125 2450 96 2023 1|0.082 -1.175 0 0 0 0 0 0 0 0 0
epyc 8534pn|1 64 2 175 2050 96 2023 1|3.276 3.245 0 0 0 0 0 0 0 0 0
altra m128-30|1 128 1 250 3000 128 2023 2|1.706 -1.748 0 0 0 0 0 0 0 0 0
epyc 9965|2 192 2 500 2250 384 2024 1|3.692 5.043 0 0 0 0 0 0 0 0 0
xeon 6787p|2 86 2 350 2000 1024 2025 1|3.002 3.635 0 0 0 0 0 0 0 0 0
epyc 9754|1 128 2 360 2250 384 2023 1|7.952 1.63 0 0 0 0 0 0 0 0 0
epyc 4584px|1 16 2 120 4200 64 2024 1|0.865 -0.556 0 0 0 0 0 0 0 0 0
epyc 4344p|1 8 2 65 3800 64 2024 1|9.592 -2.946 0 0 0 0 0 0 0 0 0
xeon 6980p|1 128 2 500 2000 384 2025 1|-8.387 -7.659 0 0 0 0 0 0 0 0 0
xeon platinum 8480+|4 56 2 350 2000 1024 2023 1|8.308 4.94 0 0 0 0 0 0 0 0 0
xeon 6780e|1 144 1 330 2200 256 2024 2|-0.626 -0.159 0 0 0 0 0 0 0 0 0
xeon platinum 8480+|1 56 2 350 2000 128 2023 1|5.211 11.566 0 0 0 0 0 0 0 0 0
xeon platinum 8471n|1 52 2 300 1800 128 2023 1|-6.696 4.622 0 0 0 0 0 0 0 0 0
xeon gold 6414u|1 32 2 250 2000 128 2023 1|-4.42 2.642 0 0 0 0 0 0 0 0 0
xeon platinum 8490h|1 60 2 350 1900 256 2023 1|2.767 -2.755 0 0 0 0 0 0 0 0 0
xeon platinum 8490h|2 60 2 350 1900 512 2024 2|0.148 -4.42 -1.566 -1.459 -1.418 -1.239 -1.218 -1.125 -1.439 -2.315 -1.377
xeon 6787p|2 86 2 350 2000 512 2026 1|-7.661 3.064 0 0 0 0 0 0 0 0 0`.split(`
`).map(oe)},A=e=>e.cores===void 0?void 0:e.cores*(e.threadsPerCore??x(e)),ce=[32,384],le=(e,t,n)=>{let r=e.hostThreads;if(r!==void 0)return{hosts:[{sockets:e.sockets??1,ofThreads:Math.max(r,n),weight:1}],extremes:[]};let{generation:i}=t,a=e=>e.map(e=>Math.max(n,Math.round(e)));if(i===void 0&&t.tdpWatts===void 0){let t=e.sockets??2,[r=n,i=n,o=n]=a([128,...ce]),s=[i,o].map(e=>({sockets:e>128?2:1,ofThreads:e}));return{hosts:[{sockets:t,ofThreads:r,weight:1}],extremes:s}}let o=i===void 0?4:i.maxCores*(t.threadsPerCore??x(t)),s=i?.segment===`server`&&t.sockets!==1?e.sockets??t.sockets??2:1,[c=n,l=n,u=n]=a([o*.6*s,o*.25,o*s]);return{hosts:[{sockets:s,ofThreads:c,weight:1}],extremes:[{sockets:1,ofThreads:l},{sockets:s,ofThreads:u}]}},ue=(e,t,n)=>{let r=A(t)??de(t),{hostThreads:i}=e;if(r===void 0)return le(e,t,n);let a=Math.ceil(n/r),o=t.generation?.segment,s=i===void 0?e.sockets??t.sockets:Math.round(i/r);if(s!==void 0||o!==`server`){let e=Math.max(s??1,a,1);return{hosts:[{sockets:e,ofThreads:Math.max(i??e*r,n),weight:1}],extremes:[]}}let c=new Map;for(let e of k().points)t.key!==void 0&&e.machine.cpuKey===t.key&&c.set(e.machine.sockets,(c.get(e.machine.sockets)??0)+e.servers);let l=(c.size===0?[[1,1],[2,1]]:[...c]).filter(([e])=>e>=a);return{hosts:(l.length===0?[[a,1]]:l).map(([e,t])=>({sockets:e,ofThreads:e*r,weight:t})),extremes:[]}},de=e=>{let t=k().points.find(({machine:t})=>e.key!==void 0&&t.cpuKey===e.key);if(t!==void 0)return Math.round(t.machine.coresPerSocket*(e.threadsPerCore??t.machine.threadsPerCore))},j=[0,15],fe=[[`amd`,23,[0,15],j,`Naples`,`epyc 7601`],[`amd`,23,[48,63],j,`Rome`,`epyc 7742`],[`amd`,25,[0,15],j,`Milan`,`epyc 7763`],[`amd`,25,[16,31],j,`Genoa`,`epyc 9654`],[`amd`,25,[160,175],j,`Bergamo`,`epyc 9754`],[`amd`,26,[0,15],j,`Turin`,`epyc 9655`],[`amd`,26,[16,31],j,`Turin Dense`,`epyc 9965`],[`intel`,6,[26,26],j,`Nehalem`,`xeon x5570`],[`intel`,6,[44,44],j,`Westmere`,`xeon x5670`],[`intel`,6,[45,45],j,`Sandy Bridge`,`xeon e5-2670`],[`intel`,6,[62,62],j,`Ivy Bridge`,`xeon e5-2680 v2`],[`intel`,6,[63,63],j,`Haswell`,`xeon e5-2699 v3`],[`intel`,6,[79,79],j,`Broadwell`,`xeon e5-2699 v4`],[`intel`,6,[85,85],[0,4],`Skylake`,`xeon platinum 8176`],[`intel`,6,[85,85],[5,7],`Cascade Lake`,`xeon platinum 8280`],[`intel`,6,[85,85],[10,11],`Cooper Lake`,`xeon platinum 8380h`],[`intel`,6,[106,106],j,`Ice Lake`,`xeon platinum 8380`],[`intel`,6,[143,143],j,`Sapphire Rapids`,`xeon platinum 8480+`],[`intel`,6,[207,207],j,`Emerald Rapids`,`xeon platinum 8592+`],[`intel`,6,[173,174],j,`Granite Rapids`,`xeon 6787p`],[`intel`,6,[175,175],j,`Sierra Forest`,`xeon 6780e`],[`intel`,6,[221,221],j,`Clearwater Forest`,`xeon 6990e+`]];function M(e){let{vendor:t,family:n,model:r,stepping:i}=e,a=fe.find(([e,a,[o,s],[c,l]])=>e===t&&a===n&&r>=o&&r<=s&&i>=c&&i<=l);if(a===void 0)return null;let[,,,,o,s]=a;return{substitute:s,reason:`the number is hidden; family ${n} model ${r} is ${o}`}}const pe=/^(intel64|amd64|em64t|x86) family (\d+) model (\d+) stepping (\d+)/i;function N(e){let[,t=``,n,r,i]=pe.exec(e.trim())??[];return n===void 0?null:{vendor:t.toLowerCase()===`amd64`||/authenticamd/i.test(e)?`amd`:`intel`,family:Number(n),model:Number(r),stepping:Number(i)}}const me=String.raw`^epyc 7r13$;AMD EPYC 7R13;epyc 7763;48;2;2;280;Milan of 48 cores that AWS alone has: its largest size has 192 vCPU; the 7763 is the same silicon
^epyc 7r32$;AMD EPYC 7R32;epyc 7742;48;2;2;240;Rome of 48 cores that AWS alone has; the 7742 is the same silicon
^epyc 7v73x$;AMD EPYC 7V73X;epyc 7773x;64;1;2;280;Milan-X of Azure HBv3, where a vCPU is a core (no SMT); the 7773X is the same silicon
^epyc 9r14$;AMD EPYC 9R14;epyc 9654;96;1;2;;Genoa of AWS (M7a, C7a, R7a), where a vCPU is a core (no SMT)
^epyc 9v33x$;AMD EPYC 9V33X;epyc 9684x;96;1;2;;Genoa-X of Azure HBv4 and HX, where a vCPU is a core (no SMT); the 9684X is the same silicon
^epyc 9r45$;AMD EPYC 9R45;epyc 9655;96;1;2;;Turin of AWS (M8a, C8a, R8a), where a vCPU is a core (no SMT)
^epyc 7v13$|^epyc 7[bj]13$|^epyc 7[kt]83$;;epyc 7763;64;2;2;280;Milan of up to 64 cores under a number of the cloud
^epyc 7[bv]12$;;epyc 7742;64;2;2;240;Rome of up to 64 cores under a number of the cloud
^epyc 9v74$;AMD EPYC 9V74;epyc 9654;80;2;2;;Genoa of 80 cores that Azure alone has; the 9654 is the same silicon with 96
^epyc 9[vk]84$|^epyc 9[bj]14$|^epyc 9t24$;;epyc 9654;96;2;2;;Genoa under a number of the cloud
^epyc 9v45$|^epyc 9b45$;;epyc 9655;96;2;2;;Turin under a number of the cloud
^xeon platinum 8370c$;Intel Xeon Platinum 8370C;xeon platinum 8358;32;2;2;;Ice Lake of 32 cores that Azure alone has; the 8358 has the same cores
^xeon platinum 8375c$;Intel Xeon Platinum 8375C;xeon platinum 8358;32;2;2;;Ice Lake of 32 cores that AWS alone has; the 8358 has the same cores
^xeon platinum 8272cl$;Intel Xeon Platinum 8272CL;xeon platinum 8270;26;2;2;195;Cascade Lake of 26 cores that Azure alone has; the 8270 has the same cores
^xeon platinum 8259cl$;Intel Xeon Platinum 8259CL;xeon platinum 8260;24;2;2;210;Cascade Lake of 24 cores that AWS alone has; the 8260 has the same cores
^xeon platinum 8275cl$;Intel Xeon Platinum 8275CL;xeon platinum 8260;24;2;2;240;Cascade Lake of 24 cores that AWS alone has; the 8260 has the same cores
^xeon platinum 8171m$;Intel Xeon Platinum 8171M;xeon platinum 8170;26;2;2;165;Skylake of 26 cores that Azure alone has; the 8170 has the same cores
^xeon platinum 8175m$;Intel Xeon Platinum 8175M;xeon platinum 8168;24;2;2;240;Skylake of 24 cores that AWS alone has; the 8168 has the same cores
^xeon platinum 8573c$;Intel Xeon Platinum 8573C;xeon platinum 8592+;56;2;2;350;Emerald Rapids that Azure alone has; the 8592+ is the same silicon
^xeon platinum 8473c$;Intel Xeon Platinum 8473C;xeon platinum 8480+;52;2;2;350;Sapphire Rapids of 52 cores that clouds alone have; the 8480+ is the same silicon
^xeon platinum 84(?:7[46]c|75b|88c)$;;xeon platinum 8480+;48;2;2;350;Sapphire Rapids of 48 cores under a number of the cloud; the 8480+ is the same silicon
^xeon platinum 848[01]cl?$;;xeon platinum 8480+;56;2;2;350;Sapphire Rapids under a number of the cloud; the 8480+ is the same silicon
^xeon 6975p-c$;Intel Xeon 6975P-C;xeon 6972p;96;2;2;;Granite Rapids of 96 cores that AWS alone has; the 6972P has the same cores
^xeon 6985p-c$;Intel Xeon 6985P-C;xeon 6960p;72;2;2;;Granite Rapids of 72 cores that Google alone has; the 6960P has the same cores
^(?:neoverse-n1|graviton2)$;Neoverse N1 (Graviton2, Ampere Altra);altra q80-30;64;1;1;180;clouds rent 64 to 80 Neoverse N1 cores as Graviton2 and Ampere Altra; the Altra Q80-30 was measured
^(?:neoverse-v1|graviton3)$;AWS Graviton3 (Neoverse V1);neoverse-v1;64;1;1;210;no server with Neoverse V1 was measured; 64 cores at the power of its Neoverse N1 relatives
^(?:neoverse-n2|cobalt 100)$;Azure Cobalt 100 (Neoverse N2);neoverse-n2;128;1;1;250;no server with Neoverse N2 was measured; 128 cores, as the Altra M128-30 has, at its power
^(?:neoverse-v2|graviton4|axion)$;Neoverse V2 (Graviton4, Axion);neoverse-v2;96;1;2;300;no server with Neoverse V2 was measured; 96 cores at the power of its Neoverse N1 relatives
^grace\b;NVIDIA Grace (Neoverse V2);neoverse-v2;72;1;2;250;no server with Neoverse V2 was measured; 72 cores at the power of its Neoverse N1 relatives`.split(`
`).map(e=>{let[t=``,n=``,r=``,i,a,o,s=``,...c]=e.split(`;`);return{pattern:new RegExp(t),name:n||void 0,substitute:r,reason:c.join(`;`),cores:Number(i),threadsPerCore:Number(a),sockets:Number(o),tdpWatts:s===``?void 0:Number(s)}}),he=e=>me.find(({pattern:t})=>t.test(e)),ge=/^amd epyc(?:-v\d)?(?: processor)?(?: \(with ibpb\))?$/,_e=/^intel(?:\(r\))? xeon(?:\(r\))?(?: (?:platinum|gold|silver))?(?: (?:cpu|processor))?(?: @ [\d.]+ ?ghz)?$/,ve=[ge,_e],P=e=>`the hypervisor shows the generation ${e} only`,ye=[[/epyc-turin/,`epyc 9655`,P(`Turin`)],[/epyc-genoa/,`epyc 9654`,P(`Genoa`)],[/epyc-milan/,`epyc 7763`,P(`Milan`)],[/epyc-rome/,`epyc 7742`,P(`Rome`)],[ge,`epyc 7742`,`the hypervisor (Firecracker, QEMU) hides the number; Rome is the middle of the generations that clouds rent`],[/^opteron_g|amd opteron 63xx/,`opteron 6380`,P(`Piledriver`)],[/xeon.*\bgranite ?rapids/,`xeon 6787p`,P(`Granite Rapids`)],[/xeon.*\bsierra ?forest/,`xeon 6780e`,P(`Sierra Forest`)],[/xeon.*\bemerald ?rapids/,`xeon platinum 8592+`,P(`Emerald Rapids`)],[/xeon.*\bcooper ?lake/,`xeon platinum 8380h`,P(`Cooper Lake`)],[/xeon.*\bsapphire ?rapids/,`xeon platinum 8480+`,P(`Sapphire Rapids`)],[/xeon.*\bicelake/,`xeon platinum 8380`,P(`Ice Lake`)],[/xeon.*\bcascade ?lake/,`xeon platinum 8280`,P(`Cascade Lake`)],[/xeon.*\bskylake|intel core processor \(skylake/,`xeon platinum 8176`,P(`Skylake`)],[/xeon.*\bbroadwell|intel core processor \(broadwell/,`xeon e5-2699 v4`,P(`Broadwell`)],[/xeon.*\bhaswell|intel core processor \(haswell/,`xeon e5-2699 v3`,P(`Haswell`)],[/xeon e312xx|\(sandy ?bridge/,`xeon e5-2670`,P(`Sandy Bridge`)],[/xeon e3-12xx v2|\(ivy ?bridge/,`xeon e5-2680 v2`,P(`Ivy Bridge`)],[/^westmere e56xx/,`xeon x5670`,P(`Westmere`)],[/core i7 9xx/,`xeon x5570`,P(`Nehalem`)],[_e,`xeon platinum 8280`,`the cloud hides the number; Cascade Lake is the middle of the generations that clouds rent`],[/^virtualapple/,`m1`,`translated code on Apple silicon; the M1 is its smallest chip`],[/^apple processor/,`m1`,`the hypervisor hides the chip; the M1 is the smallest`]],be=(e,t=null)=>{let n=e.trim().toLowerCase(),r=ye.find(([e])=>e.test(n)),i=t??N(e),a=r===void 0?N(e)!==null:ve.some(e=>e.test(n)),o=i!==null&&a?M(i):null;return o===null?r===void 0?void 0:{substitute:r[1],reason:r[2]}:o},xe=[[/^xeon l3014|^celeron g4[467]\d$|^core2 solo/,`1/1`],[/^pentium j2850|^celeron j1850|^atom e3845|^athlon (?:gold )?(?:pro )?3150g|^fx-8800p|^a6-7310|^a4-7210/,`4/4`],[/^athlon 5[13][57]0|^sempron 3850/,`4/4`],[/^sempron 2650|^a6-5350m|^celeron n621[01]|^athlon silver (?:7120|3050)/,`2/2`],[/^celeron 7305/,`5/5`],[/^core i9-7920x/,`12/24`],[/^ryzen 5 pro 3350g$/,`4/8`],[/^ryzen threadripper (?:pro )?(?:[3579]9[24]5wx|1920|2920|7945wx)/,`12/24`],[/^ryzen threadripper (?:pro )?(?:[3579]955wx|1950|2950)/,`16/32`],[/^ryzen threadripper (?:pro )?(?:[3579]965wx|[379]960x|2970wx)/,`24/48`],[/^ryzen threadripper (?:pro )?(?:[3579]975wx|[379]970x|2990wx)/,`32/64`],[/^ryzen threadripper (?:pro )?(?:[3579]985wx|[79]980x)/,`64/128`],[/^ryzen threadripper pro [79]995wx/,`96/192`],[/^xeon e-2286m|^xeon w-?1270/,`8/16`],[/^xeon e3-1501[lm] v6/,`4/4`],[/^core i5-12600t?$|^core i7-11600h|^core i7-10[78]10u|^core i5-10500h|^core i7-9750hf/,`6/12`],[/^core i7-113(?:[79]0|75)h|^core i5-113[02]0h|^core i3-112[05]g4|^core i5-9300hf|^core i[57]-8[3-8]0\dg/,`4/8`],[/^core i[57]-8[2-5][01]0y|^core i3-8145ue|^core i5-5350h|^core i5-42[01]0h|^core i7-26(?:10|55)[ul]e/,`2/4`],[/^core i[57]-8[36]65ue/,`4/8`],[/^core i5-(?:4570te?|44[0-2]\de[c]?|3610me|3470t|2390t|251[05]e)$/,`2/4`],[/^pentium g(?:4500t?|4520|64[05]t?)$/,`2/2`],[/^ryzen 9 (?:7845hx|pro [57]945|3900xt)/,`12/24`],[/^ryzen 9 (?:pro )?(?:7940h|6950h)/,`8/16`],[/^ryzen 3 (?:5125c|3250[uc]|[23]200u)/,`2/4`],[/^ryzen 5 3500$/,`6/6`],[/^ryzen 7 4700u/,`8/8`],[/^ryzen 5 4500u/,`6/6`],[/^ryzen 3 4300u|^ryzen 3 (?:pro )?(?:[23]200ge?|[23]3[05]0u)|^ryzen 5 pro 3350ge?/,`4/4`],[/^atom x7([248])\d\d(?:c|r?e)$/,([e=``])=>`${e}/${e}`],[/^athlon 2\d\de$/,`2/2`],[/^athlon 4\d\de$/,`3/3`],[/^athlon 6\d\de$/,`4/4`],[/^xeon mp [123]\.\d+$/,`1/2`],[/^xeon mp 70[234]\d$/,`2/4`],[/^xeon phi se10[px]$/,`61/244`],[/^(?:altra|ampereone|one) ?[qma]?(\d{2,3})(?:-|\b)/,([e=``])=>`${e}/${e}`],[/^[qma](\d{2,3})(?:-\d\dx?)$/,([e=``])=>`${e}/${e}`],[/^xeon e-2[1-4](\d)(\d)/,([e=``,t=``])=>`${t}/${Number(t)*(Number(e)>2?2:1)}`],[/^xeon e3-12[0-2][05]l?(?: |$)/,`4/4`],[/^xeon e3-(?:12|15|1105)/,`4/8`],[/^xeon d-15[12]\d/,`4/8`],[/^xeon d-153[13]/,`6/12`],[/^xeon d-15[34]\d/,`8/16`],[/^xeon d-15[56]\d/,`12/24`],[/^xeon d-157\d/,`16/32`],[/^xeon d-16[02]\d/,`4/8`],[/^xeon d-163\d/,`6/12`],[/^xeon d-16[45]\d/,`8/16`],[/^xeon d-212\d/,`4/8`],[/^xeon d-214\d/,`8/16`],[/^xeon d-216\d/,`12/24`],[/^xeon d-217\d/,`14/28`],[/^xeon d-218\d/,`16/32`],[/^xeon d-219\d/,`18/36`],[/^xeon d-171\d/,`4/8`],[/^xeon d-172\d/,`6/12`],[/^xeon d-173\d/,`8/16`],[/^xeon d-174\d/,`10/20`],[/^xeon d-271\d/,`4/8`],[/^xeon d-273\d/,`8/16`],[/^xeon d-275\d/,`12/24`],[/^xeon d-276\d/,`14/28`],[/^xeon d-277\d/,`16/32`],[/^xeon d-279\d/,`20/40`],[/^xeon w-?12[57]0|^xeon w-?1350/,`6/12`],[/^xeon w-?1(?:27|37|39)\d/,`8/16`],[/^xeon w-?129\d/,`10/20`],[/^xeon w-?210[24]/,`4/4`],[/^xeon w-?2[12]2\d/,`4/8`],[/^xeon w-?2[12]3\d/,`6/12`],[/^xeon w-?2[12]4\d/,`8/16`],[/^xeon w-?2[12]5\d/,`10/20`],[/^xeon w-?226\d/,`12/24`],[/^xeon w-?2[12]7\d/,`14/28`],[/^xeon w-?2[12]9\d/,`18/36`],[/^xeon w-?322\d/,`8/16`],[/^xeon w-?3235/,`12/24`],[/^xeon w-?3245/,`16/32`],[/^xeon w-?3265/,`24/48`],[/^xeon w-?3(?:275|175)/,`28/56`],[/^ryzen ai max\+? (?:pro )?39[05]|^ryzen ai max\+? 39[05]/,`16/32`],[/^ryzen ai \d (?:hx )?(?:pro )?(?:hx )?37[05]/,`12/24`],[/^ryzen ai \d (?:hx )?(?:pro )?365/,`10/20`],[/^ryzen ai \d (?:pro )?3[56]0/,`8/16`],[/^ryzen ai \d (?:pro )?340/,`6/12`],[/^ryzen ai \d (?:pro )?330/,`4/8`],[/^ryzen z[12] extreme/,`8/16`],[/^ryzen z1/,`6/12`],[/^ryzen embedded v1[678]/,`4/8`],[/^ryzen embedded v[23]7/,`8/16`],[/^ryzen embedded v[23]5/,`6/12`],[/^ryzen [357] (?:pro )?(?:2|3)\d{3}(?:u|h|c|g|ge)\b/,`4/8`],[/^ryzen 3 (?:pro )?[12]\d{3}/,`4/4`],[/^ryzen 3 /,`4/8`],[/^ryzen 5 (?:pro )?1[45]\d\d|^ryzen 5 (?:pro )?2[45]\d\d|^ryzen 5 (?:pro )?7[45]2\d/,`4/8`],[/^ryzen 5 /,`6/12`],[/^ryzen 7 /,`8/16`],[/^ryzen 9 (?:pro )?\d95\d|^ryzen 9 (?:pro )?(?:79[45]|99[45])\d/,`16/32`],[/^ryzen 9 (?:pro )?[3579]9[02]\d(?:x|x3d)?$/,`12/24`],[/^ryzen 9 /,`8/16`],[/^core i[57]-1[01]\d\dg\d|^core i[57]-10\d\dng\d/,`4/8`],[/^core i3-1[01]\d\dg\d/,`2/4`],[/^core i[357]-[2-7]\d{3}(?:u|y|m)\b|^core i[357]-7y/,`2/4`],[/^core i7-[2-7]\d{3}(?:qm|mq|hq|hk|mx|xm)\b/,`4/8`],[/^core i5-[4-7]\d{3}hq\b/,`4/4`],[/^core i[57]-(?:8|10)\d{2,3}u\b/,`4/8`],[/^core i3-(?:8|10)\d{2,3}u\b/,`2/4`],[/^core i5-(?:8|9|10)\d{3}h\b/,`4/8`],[/^core i7-(?:8|9)\d{3}h\b|^core i7-10[678]50h\b/,`6/12`],[/^core i5-11\d{3}h\b/,`6/12`],[/^core i[79]-11\d{3}hk?\b/,`8/16`],[/^core i3-[2-7]\d{3}[a-z]*$/,`2/4`],[/^core i5-[2-7]\d{3}[a-z]*$/,`4/4`],[/^core i7-(?:2|3|4|6|7)[67]\d\d[a-z]*$/,`4/8`],[/^core i3-[89]\d{3}[a-z]*$/,`4/4`],[/^core i5-[89]\d{3}[a-z]*$/,`6/6`],[/^core i7-8\d{3}[a-z]*$/,`6/12`],[/^core i7-9[67]\d\d[a-z]*$/,`8/8`],[/^core i9-9900[a-z]*$/,`8/16`],[/^core i3-1[0-4]\d{3}[ft]*$/,`4/8`],[/^core i5-1[01]\d{3}[kft]*$|^core i5-12[45]\d\d[ft]*$/,`6/12`],[/^core i[7]-10\d{3}[kft]*$|^core i[79]-11\d{3}[kft]*$/,`8/16`],[/^core i9-10[89]\d\d[kft]*$/,`10/20`],[/^core i5-126\d\d[kft]*$|^core i5-1[34]4\d\d[ft]*$/,`10/16`],[/^core i7-12\d{3}[kft]*$/,`12/20`],[/^core i9-12\d{3}[kfts]*$/,`16/24`],[/^core i5-1[34][56]\d\d[kft]*$/,`14/20`],[/^core i7-13\d{3}[kft]*$/,`16/24`],[/^core i7-14\d{3}[kft]*$/,`20/28`],[/^core i9-1[34]\d{3}[kfts]*$/,`24/32`],[/^(?:celeron|pentium)(?: silver| gold)? (?:j41|j50|n50|n41|n51|n60)\d\d/,`4/4`],[/^(?:celeron|pentium)(?: silver| gold)? [jn]4[05]\d\d|^celeron n45/,`2/2`],[/^pentium(?: gold)? g(?:4[56]|5[4-6]|6[4-6])/,`2/4`],[/^(?:celeron|pentium) g\d{4}/,`2/2`],[/^opteron x2 |^opteron x?12[12]\d/,`2/2`],[/^opteron [128]\d\d(?: |$)/,`1/1`],[/^opteron (?:32[56]0|33[25]0|41[23]\d|42[235]\d|43[134]0|6204)/,`4/4`],[/^opteron (?:41[678]\d|4238|4234|4332|4334)/,`6/6`],[/^opteron (?:3[23]8\d|3365|42[78]\d|43[678]\d|61[23]\d|62[12]\d|63[12]\d|a11[57]0)/,`8/8`],[/^opteron (?:61[678]\d|623\d|634\d)/,`12/12`],[/^opteron (?:62[678]\d|63[678]\d)/,`16/16`],[/^opteron a1120/,`4/4`],[/^(?:athlon|phenom)(?: ii)? x([234])\b/,([e=``])=>`${e}/${e}`],[/^(?:athlon 64 x2|turion(?: 64)?(?: ii)?(?: ultra)? x2|turion ii|athlon x2|sempron x2|athlon neo x2)\b/,`2/2`],[/^phenom x([34])\b/,([e=``])=>`${e}/${e}`],[/^phenom (?:ii )?8\d{3}/,`3/3`],[/^phenom (?:ii )?9\d{3}/,`4/4`],[/^(?:athlon (?:64|xp|mp)|athlon \d+$|sempron|turion 64|turion mt|turion ml)/,`1/1`],[/^fx-(?:4\d{3}|7\d{3}|9800p|9830p)/,`4/4`],[/^fx-6\d{3}/,`6/6`],[/^fx-[89]\d{3}/,`8/8`],[/^(?:a4-5|a6-5|a4-6210|a6-6310|a4-1[23]|a6-1|a8-[67]4|a8-|a10-|a12-)/,`4/4`],[/^a[469]-\d{4}/,`2/2`],[/^athlon (?:gold|silver) |^athlon (?:pro )?[23]\d{2}(?:g|ge|u)/,`2/4`],[/^ryzen ai max(?:\+)? (?:pro )?385/,`8/16`],[/^ryzen threadripper (?:pro )?(?:39|59|79|99)[49]5?wx|^ryzen threadripper (?:pro )?(?:39|59|79|99)95/,`64/128`],[/^core2? (?:2 )?quad|^core2 extreme qx/,`4/4`],[/^core2 (?:duo|extreme)|^pentium d |^core duo/,`2/2`],[/^(?:celeron|pentium) g\d{3}/,`2/2`],[/^celeron 6305|^celeron \d{4}(?:u|m|y|ue|e)$|^celeron 1\d{3}/,`2/2`],[/^pentium gold (?:44|5[34]|6[45]|75)\d\d/,`2/4`],[/^(?:celeron|pentium) [jn](?:19|29|35|37|31)\d\d/,`4/4`],[/^(?:celeron|pentium) [jn](?:18|28|30|33)\d\d/,`2/2`],[/^(?:celeron|pentium) [jn]6[24]1\d/,`4/4`],[/^atom c(?:23[35]\d|33[03]8)/,`2/2`],[/^atom c(?:25[0-5]\d|3[45][03]\d)/,`4/4`],[/^atom c27[0-5]\d|^atom c37\d\d/,`8/8`],[/^atom c38\d\d/,`12/12`],[/^atom c39\d\d/,`16/16`],[/^atom e38[234]\d/,`2/2`],[/^core i7-(?:5|39[36])8\d\dk|^core i7-5820k|^core i7-39[36]0/,`6/12`],[/^core i7-3820|^core i7-820qm/,`4/8`],[/^core i9-10900x|^core i9-79[02]0x|^core i9-9820x/,`10/20`],[/^core i9-9920x/,`12/24`],[/^core i9-1[34]900hx/,`24/32`],[/^core i[57]-10[35]10y/,`4/8`],[/^xeon (?:[elx]?30|[elx]?51|[elx]?52)\d\d/,`2/2`],[/^xeon (?:[elx]?3[23]|[elx]?53|[elx]?54)\d\d/,`4/4`],[/^xeon e5-26[48]8l?(?:$)/,`8/16`],[/^xeon e5-2658 v3/,`12/24`],[/^xeon e5-2682 v4/,`16/32`],[/^xeon e5-2699p v4/,`22/44`],[/^xeon platinum 8172m/,`26/52`],[/^xeon platinum 8255c/,`24/48`],[/^xeon platinum 8274/,`24/48`],[/^xeon 6741p$/,`48/96`],[/^xeon phi (?:3120[ap]|31s1p)$/,`57/228`],[/^xeon phi 51[12]0[pd]$/,`60/240`],[/^xeon phi 71[12]0[padx]$/,`61/244`],[/^xeon phi 7235$/,`64/256`],[/^xeon phi 7285$/,`68/272`],[/^xeon phi 7295$/,`72/288`],[/^core i9-149\d1k?[te]*$|^core i7-1470\dt?e$/,`8/16`],[/^core i5-14[45]01t?e$/,`6/12`],[/^core i9-13900t?e$/,`24/32`],[/^core i7-13700t?e$/,`16/24`],[/^core i5-13500t?e$/,`14/20`],[/^core i5-13400e$/,`10/16`],[/^core i3-1[03]100t?e$/,`4/8`],[/^core i9-10900t?e$/,`10/20`],[/^core i7-10700t?e$/,`8/16`],[/^core i5-10500t?e$/,`6/12`],[/^core i7-108[78][05]h$|^core i9-10885h$|^core i9-(?:10980|9980)hk$|^core i7-11850he$/,`8/16`],[/^core i9-8950hk$|^core i7-9850h[el]$|^core i5-11500he$/,`6/12`],[/^core i3-101[01]0y$|^core i5-5[2468]0u?[me]$|^core i7-3(?:517u|555l)e$/,`2/4`],[/^core i7-(?:720|740|840)qm$|^core i7-(?:48[56]0|5[78][05]0|68[27][02]|7820)eq$/,`4/8`],[/^core i7-8[678][05][ks]?$/,`4/8`],[/^core i5-7[56]0s?$/,`4/4`],[/^core i5-6[5678][015]k?$|^core i3-5[3456]0$/,`2/4`],[/^core i7-(?:4820k|7740x)/,`4/8`],[/^core i5-7640x/,`4/4`],[/^core i7-(?:3970x|4930k|4960x|5930k|68[05]0k|7800x)/,`6/12`],[/^core i7-(?:5960x|6900k|7820x|9800x)/,`8/16`],[/^core i7-6950x|^core i9-9900x/,`10/20`],[/^core i9-10920x/,`12/24`],[/^core i9-(?:7940x|9940x|10940x|9990xe)/,`14/28`],[/^core i9-[79]960x/,`16/32`],[/^core i9-(?:7980|9980|10980)xe/,`18/36`],[/^phenom ii (?:x6 )?1\d{3}t/,`6/6`],[/^phenom ii (?:8[45]0|9[678][05])t?$|^athlon [78]60k$|^athlon 750k$/,`4/4`],[/^phenom ii 5[567][05]$/,`2/2`],[/^athlon 3000g$/,`2/4`],[/^ryzen threadripper 1900x?$/,`8/16`],[/^celeron [jn]345\de?$|^pentium [jn]420\de?$|^atom x[57]-e39[45]0$/,`4/4`],[/^atom x5-e3930$/,`2/2`],[/^xeon e5-160[37](?: v[234])?$/,`4/4`],[/^xeon e5-1680 v2$/,`8/16`],[/^m5 pro/,`18/18`],[/^m5 max/,`18/18`],[/^m5/,`10/10`]];function Se(e){for(let[t,n]of xe){let r=t.exec(e);if(!r)continue;let[i=0,a=0]=(typeof n==`string`?n:n(r.slice(1))).split(`/`).map(Number);return i>0?{cores:i,threadsPerCore:a>0?a/i:void 0}:void 0}}function*Ce(e){for(let t of e.trim().split(`
`)){let[e=``,n=``]=t.split(`|`);for(let t of n.split(`;`)){let n=t.lastIndexOf(`=`);yield[e+t.slice(0,n),t.slice(n+1)]}}}const we=()=>{let e=new Map;for(let t of[`
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
`,`
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
`,`
altra q64-30=64:180 q80-30=80:210 q80-33=80:250 m128-30=128:250
graviton2=64 graviton3=64 graviton4=96 cobalt 100=128
ampereone a192-32x=192:400
`,`
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
`,`
m1=8/8 m1 pro=10/10 m1 max=10/10 m1 ultra=20/20 m2=8/8 m2 pro=12/12 m2 max=12/12 m2 ultra=24/24 m3=8/8 m3 pro=12/12
m3 max=16/16 m4=10/10 m4 pro=14/14 m4 max=16/16
`]){let n=``;for(let r of t.trim().split(/(?<=\S=\S+)\s+/)){let t=/^(.*?)=(\d+)(?:\/(\d+))?(?::(\d+))?$/.exec(r);if(t===null)continue;let[,i=``,a=``,o,s]=t,c=i.search(/\S*\d/);/^(?:epyc|xeon|core|ryzen|n\d|altra|graviton|cobalt|ampereone|m\d(?: |$))/.test(i)&&(n=i.slice(0,c));let l=i.startsWith(n)?i:`${n}${i}`;e.set(l,{cores:Number(a),threads:o===void 0?void 0:Number(o),tdpWatts:s===void 0?void 0:Number(s)})}}return e};let Te;const Ee=e=>(Te??=we()).get(e),De=()=>{let e=new Map;for(let t of[`
atom |c2350=2/2;c2530=4/4;c2550=4/4;c2558=4/4;c2730=8/8;c2750=8/8;c3338=2/2;s1220=2/4;s1240=2/4;s1260=2/4
atom |s1269=2/4;s1279=2/4;s1289=2/4
|core2 quad q6600=4/4
epyc |7203=8/16;7203p=8/16;7232p=8/16;7302p=16/32;7303=16/32;7303p=16/32;7313p=16/32;7351p=16/32;7401p=24/48
epyc |7402p=24/48;7443p=24/48;7502p=32/64;7543p=32/64;7551p=32/64;7643p=48/96;7663p=56/112;7702p=64/128
epyc |7713p=64/128;9354p=32/64;9355p=32/64;9454p=48/96;9455p=48/96;9554p=64/128;9555p=64/128;9654p=96/192
epyc |9655p=96/192;9754s=128/128
opteron |2212=2/2;6308=4/4;6320=8/8;6328=8/8;6338p=12/12;6344=12/12;6348=12/12;6366he=16/16;6370p=16/16
opteron |6376=16/16;6378=16/16;6380=16/16;6386se=16/16;x2150=4/4;x2170=4/4;x3216=2/2;x3418=4/4;x3421=4/4
pentium |d1507=2/2;d1508=2/4;d1509=2/2;d1517=4/8;d1519=4/8
xeon |3040=2/2;3050=2/2;3060=2/2;3065=2/2;3070=2/2;5030=2/2;5040=2/2;5050=2/2;5060=2/2;5063=2/2;5070=2/2
xeon |5080=2/2;5110=2/4;5120=2/2;5130=2/2;5140=2/4;5150=2/4;5160=2/2;6952p=96/192;7020=2/2;7030=2/2;7040=2/2
xeon |7041=2/2;7110m=2/2;7110n=2/2;7120m=2/2;7120n=2/2;7130m=2/2;7130n=2/2;7140m=2/2;7140n=2/2;7150n=2/2
xeon |d-1513n=4/8;d-1518=4/8;d-1520=4/8;d-1523n=4/8;d-1527=4/8;d-1528=6/12;d-1529=4/8;d-1531=6/12;d-1533n=6/12
xeon |d-1537=8/16;d-1539=8/16;d-1540=8/16;d-1543n=8/16;d-1548=8/16;d-1553n=8/16;d-1557=12/24;d-1559=12/24
xeon |d-1567=12/24;d-1571=16/32;d-1577=16/32;d-1602=2/4;d-1622=4/8;d-1623n=4/8;d-1627=4/8;d-1633n=6/12
xeon |d-1637=6/12;d-1649n=8/16;d-1653n=8/16;d-1702=2/4;d-1712tr=4/8;d-1713nt=4/8;d-1713nte=4/8;d-1714=4/8
xeon |d-1715ter=4/8;d-1718t=4/8;d-1722ne=6/12;d-1726=6/12;d-1731nte=8/16;d-1732te=8/16;d-1733nt=8/16
xeon |d-1734nt=8/16;d-1735tr=8/16;d-1736=8/16;d-1736nt=8/16;d-1739=8/16;d-1746ter=10/20;d-1747nte=10/20
xeon |d-1748te=10/20;d-1749nt=10/20;d-1813nt=4/8;d-1823nt=6/12;d-1834=8/16;d-1844nt=10/20;d-1846=10/20
xeon |d-1848ter=10/20;d-2123it=4/8;d-2141i=8/16;d-2142it=8/16;d-2143it=8/16;d-2145nt=8/16;d-2146nt=8/16
xeon |d-2161i=12/24;d-2163it=12/24;d-2166nt=12/24;d-2173it=14/28;d-2177nt=14/28;d-2183it=16/32;d-2187nt=16/32
xeon |d-2712t=4/8;d-2733nt=8/16;d-2738=8/16;d-2745nx=10/20;d-2752nte=12/24;d-2752ter=12/24;d-2753nt=12/24
xeon |d-2757nx=12/24;d-2766nt=14/28;d-2776nt=16/32;d-2777nx=16/32;d-2779=16/32;d-2786nte=18/36;d-2795nt=20/40
xeon |d-2796te=20/40;d-2798nt=20/40;d-2798nx=20/40;d-2799=20/40;d-2832nt=8/16;d-2843nt=10/20;d-2876nt=16/32
xeon |d-2896nt=20/40;d-2896ter=20/40;d-2899nt=22/44;e-2124=4/4;e-2124g=4/4;e-2126g=6/6;e-2134=4/8;e-2144g=4/8
xeon |e-2146g=6/12;e-2174g=4/8;e-2224=4/4;e-2224g=4/4;e-2226g=6/6;e-2234=4/8;e-2244g=4/8;e-2274g=4/8
xeon |e-2286g=6/12;e-2314=4/4;e-2324g=4/4;e-2334=4/8;e-2374g=4/8;e-2378g=8/16;e-2414=4/4;e-2434=4/8;e-2456=6/12
xeon |e-2478=8/16;e3-1220=4/4;e3-1220 v2=4/4;e3-1220 v3=4/4;e3-1220 v5=4/4;e3-1220 v6=4/4;e3-1220l=2/4
xeon |e3-1220l v2=2/4;e3-1220l v3=2/4;e3-1225=4/4;e3-1225 v2=4/4;e3-1225 v3=4/4;e3-1225 v5=4/4;e3-1225 v6=4/4
xeon |e3-1226 v3=4/4;e3-1230=4/8;e3-1230 v2=4/8;e3-1230 v3=4/8;e3-1230 v5=4/8;e3-1230 v6=4/8;e3-1230l v3=4/8
xeon |e3-1231 v3=4/8;e3-1235=4/8;e3-1235l v5=4/4;e3-1240=4/8;e3-1240 v2=4/8;e3-1240 v3=4/8;e3-1240 v5=4/8
xeon |e3-1240 v6=4/8;e3-1240l v3=4/8;e3-1240l v5=4/8;e3-1241 v3=4/8;e3-1245=4/8;e3-1245 v2=4/8;e3-1245 v3=4/8
xeon |e3-1245 v5=4/8;e3-1245 v6=4/8;e3-1246 v3=4/8;e3-1260l=4/8;e3-1260l v5=4/8;e3-1265l v2=4/8;e3-1265l v3=4/8
xeon |e3-1265l v4=4/8;e3-1270=4/8;e3-1270 v2=4/8;e3-1270 v3=4/8;e3-1270 v5=4/8;e3-1270 v6=4/8;e3-1271 v3=4/8
xeon |e3-1275=4/8;e3-1275 v2=4/8;e3-1275 v3=4/8;e3-1275 v5=4/8;e3-1275 v6=4/8;e3-1275l v3=4/8;e3-1276 v3=4/8
xeon |e3-1280=4/8;e3-1280 v2=4/8;e3-1280 v3=4/8;e3-1280 v5=4/8;e3-1280 v6=4/8;e3-1281 v3=4/8;e3-1285 v3=4/8
xeon |e3-1285 v4=4/8;e3-1285l v3=4/8;e3-1285l v4=4/8;e3-1286 v3=4/8;e3-1286l v3=4/8;e3-1290=4/8;e3-1290 v2=4/8
xeon |e3-1565l v5=4/8;e3-1585 v5=4/8;e3-1585l v5=4/8;e3110=2/2;e3120=2/2;e5-1428l=6/12;e5-1620=4/8
xeon |e5-1620 v2=4/8;e5-1620 v3=4/8;e5-1620 v4=4/8;e5-1630 v3=4/8;e5-1630 v4=4/8;e5-1650=6/12;e5-1650 v2=6/12
xeon |e5-1650 v3=6/12;e5-1650 v4=6/12;e5-1660=6/12;e5-1660 v2=6/12;e5-1660 v3=8/16;e5-1660 v4=8/16
xeon |e5-1680 v3=8/16;e5-1680 v4=8/16;e5-2403=4/4;e5-2403 v2=4/4;e5-2407=4/4;e5-2407 v2=4/4;e5-2420=6/12
xeon |e5-2420 v2=6/12;e5-2430=6/12;e5-2430 v2=6/12;e5-2430l=6/12;e5-2430l v2=6/12;e5-2440=6/12;e5-2440 v2=8/16
xeon |e5-2450=8/16;e5-2450 v2=8/16;e5-2450l=8/16;e5-2450l v2=10/20;e5-2470=8/16;e5-2470 v2=10/20;e5-2603=4/4
xeon |e5-2603 v2=4/4;e5-2603 v3=6/6;e5-2609=4/4;e5-2609 v2=4/4;e5-2609 v3=6/6;e5-2623 v3=4/8;e5-2623 v4=4/8
xeon |e5-2630l=6/12;e5-2630l v2=6/12;e5-2630l v3=8/16;e5-2630l v4=10/20;e5-2637=2/4;e5-2637 v2=4/8
xeon |e5-2637 v3=4/8;e5-2643=4/8;e5-2643 v2=6/12;e5-2643 v3=6/12;e5-2643 v4=6/12;e5-2650l=8/16
xeon |e5-2650l v2=10/20;e5-2650l v3=12/24;e5-2650l v4=14/28;e5-2667=6/12;e5-2667 v2=8/16;e5-2687w=8/16
xeon |e5-2687w v2=8/16;e5-2687w v3=10/20;e5-2687w v4=12/24;e5-2697a v4=16/32;e5-2699a v4=22/44;e5-4603=4/8
xeon |e5-4603 v2=4/8;e5-4607=6/12;e5-4607 v2=6/12;e5-4610=6/12;e5-4610 v2=8/16;e5-4610 v3=10/20
xeon |e5-4610 v4=10/20;e5-4617=6/6;e5-4620=8/16;e5-4620 v2=8/16;e5-4620 v3=10/20;e5-4620 v4=10/20
xeon |e5-4627 v2=8/8;e5-4627 v3=10/10;e5-4627 v4=10/10;e5-4640=8/16;e5-4640 v2=10/20;e5-4640 v3=12/24
xeon |e5-4640 v4=12/24;e5-4650=8/16;e5-4650 v2=10/20;e5-4650 v3=12/24;e5-4650 v4=14/28;e5-4650l=8/16
xeon |e5-4655 v3=6/12;e5-4655 v4=8/16;e5-4657l v2=12/24;e5-4660 v3=14/28;e5-4660 v4=16/32;e5-4667 v3=16/32
xeon |e5-4667 v4=18/36;e5-4669 v3=18/36;e5-4669 v4=22/44;e5205=2/2;e5220=2/2;e5310=4/4;e5320=4/4;e5335=4/4
xeon |e5345=4/4;e5405=4/4;e5410=4/4;e5420=4/4;e5430=4/4;e5440=4/4;e5450=4/4;e5462=4/4;e5472=4/4;e5502=2/2
xeon |e5503=2/2;e5504=4/4;e5506=4/4;e5507=4/4;e5520=4/8;e5530=4/8;e5540=4/8;e5603=4/4;e5606=4/4;e5607=4/4
xeon |e5620=4/8;e5630=4/8;e5640=4/8;e5645=6/12;e5649=6/12;e6510=4/8;e6540=6/12;e7-2803=6/12;e7-2820=8/16
xeon |e7-2830=8/16;e7-2850=10/20;e7-2850 v2=12/24;e7-2860=10/20;e7-2870=10/20;e7-2870 v2=15/30;e7-2880 v2=15/30
xeon |e7-2890 v2=15/30;e7-4807=6/12;e7-4809 v2=6/12;e7-4809 v3=8/16;e7-4809 v4=8/16;e7-4820=8/16
xeon |e7-4820 v2=8/16;e7-4820 v3=10/20;e7-4820 v4=10/20;e7-4830=8/16;e7-4830 v2=10/20;e7-4830 v3=12/24
xeon |e7-4830 v4=14/28;e7-4850=10/20;e7-4850 v2=12/24;e7-4850 v3=14/28;e7-4850 v4=16/32;e7-4860=10/20
xeon |e7-4860 v2=12/24;e7-4870=10/20;e7-4870 v2=15/30;e7-4880 v2=15/30;e7-4890 v2=15/30;e7-8830=8/16
xeon |e7-8837=8/8;e7-8850=10/20;e7-8850 v2=12/24;e7-8857 v2=12/12;e7-8860=10/20;e7-8860 v3=16/32
xeon |e7-8860 v4=18/36;e7-8867 v3=16/32;e7-8867 v4=18/36;e7-8867l=10/20;e7-8870=10/20;e7-8870 v2=15/30
xeon |e7-8870 v3=18/36;e7-8870 v4=20/40;e7-8880 v2=15/30;e7-8880 v3=18/36;e7-8880 v4=22/44;e7-8880l v2=15/30
xeon |e7-8880l v3=18/36;e7-8890 v2=15/30;e7-8890 v3=18/36;e7-8890 v4=24/48;e7-8891 v2=10/20;e7-8891 v3=10/20
xeon |e7-8891 v4=10/20;e7-8893 v2=6/12;e7-8893 v3=4/8;e7-8893 v4=4/8;e7-8894 v4=24/48;e7210=2/2;e7220=2/2
xeon |e7310=4/4;e7320=4/4;e7330=4/4;e7340=4/4;e7420=4/4;e7430=4/4;e7440=4/4;e7450=6/6;e7520=4/8;e7530=6/12
xeon |e7540=6/12;l3110=2/2;l3360=4/4;l3406=2/4;l3426=4/8;l5215=2/2;l5240=2/2;l5310=4/4;l5318=4/4;l5320=4/4
xeon |l5335=4/4;l5410=4/4;l5420=4/4;l5430=4/4;l5506=4/4;l5520=4/8;l5530=4/8;l5609=4/4;l5618=4/8;l5630=4/8
xeon |l5638=6/12;l5640=6/12;l7345=4/4;l7445=4/4;l7455=6/6;l7545=6/12;l7555=8/16;w-3520=4/8;w-3530=4/8
xeon |w-3540=4/8;w-3550=4/8;w-3565=4/8;w-3570=4/8;w-3580=4/8;x3210=4/4;x3220=4/4;x3230=4/4;x3320=4/4;x3330=4/4
xeon |x3350=4/4;x3360=4/4;x3370=4/4;x3380=4/4;x3430=4/4;x3440=4/8;x3450=4/8;x3460=4/8;x3470=4/8;x3480=4/8
xeon |x5260=2/2;x5270=2/2;x5272=2/2;x5355=4/4;x5365=4/4;x5450=4/4;x5460=4/4;x5470=4/4;x5472=4/4;x5482=4/4
xeon |x5492=4/4;x5550=4/8;x5560=4/8;x5570=4/8;x5647=4/8;x5650=6/12;x5660=6/12;x5667=4/8;x5670=6/12;x5672=4/8
xeon |x5675=6/12;x5677=4/8;x5680=6/12;x5687=4/8;x5690=6/12;x6550=8/16;x7350=4/4;x7460=6/6;x7542=6/6;x7550=8/16
xeon |x7560=8/16
xeon bronze |3408u=8/8;3508u=8/8
xeon gold |5119t=14/28;5120t=14/28;5215l=10/20;5218b=16/32;5218n=16/32;5218t=16/32;5220s=18/36;5220t=18/36
xeon gold |5318h=18/36;5318n=24/48;5318s=24/48;5320h=20/40;5320t=20/40;5403n=12/24;5411n=24/48;5412u=24/48
xeon gold |5418n=24/48;5423n=20/40;5433n=20/40;5512u=28/56;5515+=8/16;6126f=12/24;6126t=12/24;6130f=16/32
xeon gold |6130t=16/32;6134m=8/16;6138f=20/40;6138p=20/40;6138t=20/40;6140m=18/36;6142f=16/32;6142m=16/32
xeon gold |6148f=20/40;6208u=16/32;6209u=20/40;6210u=20/40;6212u=24/48;6222v=20/40;6230n=20/40;6230t=20/40
xeon gold |6238l=22/44;6238t=22/44;6240l=18/36;6240y=18/36;6250=8/16;6250l=8/16;6252n=24/48;6256=12/24
xeon gold |6262v=24/48;6328h=16/32;6328hl=16/32;6330h=24/48;6330n=28/56;6338n=32/64;6338t=24/48;6348h=24/48
xeon gold |6403n=24/48;6416h=18/36;6418h=24/48;6421n=32/64;6423n=28/56;6428n=32/64;6433n=32/64;6433ne=32/64
xeon gold |6434=8/16;6434h=8/16;6438m=32/64;6438n=32/64;6443n=32/64;6448h=32/64;6454s=32/64;6534=8/16
xeon gold |6538n=32/64;6544y=16/32;6548n=32/64;6554s=36/72
xeon max |9460=40/80;9462=32/64;9468=48/96;9470=52/104;9480=56/112
xeon phi |7210=64/256;7210f=64/256;7230=64/256;7230f=64/256;7250=68/272;7250f=68/272;7290=72/288;7290f=72/288
xeon platinum |8160f=24/48;8160m=24/48;8160t=24/48;8170m=26/52;8176f=28/56;8176m=28/56;8180m=28/56;8260l=24/48
xeon platinum |8260y=24/48;8353h=18/36;8354h=18/36;8356h=8/16;8360h=24/48;8360hl=24/48;8444h=16/32;8450h=28/56
xeon platinum |8454h=32/64;8460h=40/80;8461v=48/96;8468h=48/96;8468v=48/96;8470n=52/104;8470q=52/104
xeon platinum |8558p=48/96;8558u=48/96;8570=56/112;8571n=52/104;8581v=60/120;8592v=64/128;8593q=64/128
xeon platinum |9221=32/64;9222=32/64;9242=48/96;9282=56/112
xeon silver |4109t=8/16;4114t=10/20;4116t=12/24;4209t=8/16;4210t=10/20;4214y=12/24;4215r=8/16;4310t=10/20
xeon silver |4410t=10/20;4509y=8/16;4510t=12/24;4516y+=24/48
`,`
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
phenom ii |42 twkr black edition=4/4
ryzen ai max |pro 380=6/12
xeon |6315p=4/4;6325p=4/8;6333p=6/12;6337p=6/12;6349p=6/12;6353p=8/16;6357p=8/16
xeon |6503p-b=12/24;6505p=12/24;6507p=8/16;6511p=16/32;6513p-b=20/40;6516p-b=20/40;6515p=16/32;6517p=16/32;6520p=24/48
xeon |6521p=24/48;6523p-b=24/48;6527p=24/48;6530p=32/64;6533p-b=32/64;6543p-b=32/64;6546p-b=32/64;6553p-b=36/72;6556p-b=36/72;6563p-b=38/76;6714p=8/16
xeon |6706p-b=40/80;6716p-b=40/80;6724p=16/32;6726p-b=42/84;6728p=24/48;6731p=32/64;6732p=32/64;6736p=36/72;6738p=32/64
xeon |6740p=48/96;6745p=32/64;6748p=48/96;6760p=64/128;6761p=64/128;6768p=64/128;6774p=64/128;6776p=64/128
xeon |6781p=80/160;6788p=86/172;6944p=72/144;5020=2/4;e5-2449l=8/16
xeon gold |5215r=10/20;5219y=16/32;6133=20/40;6135=8/16;6137=8/16;6145=20/40;6151=18/36;6162=24/48;6222=20/40;6268cl=24/48;6269y=22/44;6271c=24/48
xeon platinum |8163=24/48;8165=24/48;8174=24/48;8179m=26/52;8269cy=26/52;8284=28/56;8372c=28/56;8373c=36/72
`])for(let[n,r]of Ce(t)){let[t,i]=r.split(`/`);e.set(n,{cores:Number(t),threads:Number(i),tdpWatts:void 0})}return e};let Oe;const ke=e=>(Oe??=De()).get(e);let Ae;const je=()=>new Map(Array.from(Ce(`
|a10-4600m=35;a10-4655m=25;a10-5700=65;a10-5745m=25;a10-5750m=35;a10-5757m=35;a10-5800b=100;a10-5800k=100
|a10-6700=65;a10-6700t=45;a10-6790b=45;a10-6790k=100;a10-6800b=45;a10-6800k=100;a10-7300=20;a10-7400p=35
|a10-7700k=95;a10-7850k=95;a10-7860k=65;a10-7860k and near silent thermal solution=65;a10-7870k=95
|a10-7870k and near silent thermal solution=95;a10-7890k=95;a10-7890k and wraith cooler=95;a10-8700p=15
|a10-9600p=15;a10-9630p=35;a10-9700=65;a10-9700e=35;a12-9700p=15;a12-9730p=35;a12-9800=65;a12-9800e=35
|a4-1200=4;a4-1250=8;a4-1350=8;a4-3300=65;a4-3300m=35;a4-3305m=35;a4-3310mx=35;a4-3320m=35;a4-3330mx=45
|a4-3400=65;a4-3420=65;a4-4000=65;a4-4300m=35;a4-4355m=17;a4-5000=15;a4-5050=15;a4-5100=15;a4-5145m=17
|a4-5150m=35;a4-5300=65;a4-5300b=65;a4-6210=15;a4-6300=65;a4-6320=65;a4-7210=65;a4-7300=65;a4-9120=15
|a4-9120c=6;a4-9125=15;a6-1450=8;a6-3400m=35;a6-3410mx=45;a6-3420m=35;a6-3430mx=45;a6-3500=65;a6-3600=65
|a6-3620=65;a6-3650=100;a6-3670k=100;a6-4400m=35;a6-4455m=17;a6-5200=25;a6-5200m=25;a6-5345m=17;a6-5350m=35
|a6-5357m=35;a6-5400b=65;a6-5400k=65;a6-6310=15;a6-6400b=65;a6-6400k=65;a6-6420b=65;a6-6420k=65;a6-7000=17
|a6-7310=15;a6-7400k=65;a6-7470k=65;a6-8500p=15;a6-9120c=6;a6-9210=15;a6-9220=15;a6-9220c=6;a6-9225=15
|a6-9500=65;a6-9500e=35;a6-9550=65;a8-3500m=35;a8-3510mx=45;a8-3520m=35;a8-3530mx=45;a8-3550mx=45;a8-3800=65
|a8-3820=65;a8-3850=100;a8-3870k=100;a8-4500m=35;a8-4555m=19;a8-5500=65;a8-5500b=65;a8-5545m=25;a8-5550m=35
|a8-5557m=35;a8-5600k=100;a8-6410=15;a8-6500=65;a8-6500b=65;a8-6500t=45;a8-6600k=65;a8-7100=20;a8-7200p=100
|a8-7410=15;a8-7600=65;a8-7650k=95;a8-7650k and near silent thermal solution=95;a8-7670k=95
|a8-7670k and near silent thermal solution=95;a8-7680=45;a8-8600p=15;a8-9600=65;a9-9400=10;a9-9410=25
|a9-9420=15;a9-9425=15;core2 duo e4300=65;core2 duo e4400=65;core2 duo e4500=65;core2 duo e4600=65
|core2 duo e4700=65;core2 duo e6300=65;core2 duo e6305=65;core2 duo e6320=65;core2 duo e6400=65
|core2 duo e6405=65;core2 duo e6420=65;core2 duo e6540=65;core2 duo e6550=65;core2 duo e6600=65
|core2 duo e6700=65;core2 duo e6750=65;core2 duo e6850=75;core2 duo e7200=65;core2 duo e7300=65
|core2 duo e7400=65;core2 duo e7500=65;core2 duo e7600=65;core2 duo e8135=35;core2 duo e8190=65
|core2 duo e8200=65;core2 duo e8235=44;core2 duo e8290=65;core2 duo e8300=65;core2 duo e8335=35
|core2 duo e8400=65;core2 duo e8435=44;core2 duo e8500=65;core2 duo e8600=65;core2 duo e8700=65
|core2 duo l7200=17;core2 duo l7300=17;core2 duo l7400=17;core2 duo l7500=17;core2 duo l7700=17
|core2 duo p7350=25;core2 duo p7370=25;core2 duo p7450=25;core2 duo p7550=25;core2 duo p7570=25
|core2 duo p8400=25;core2 duo p8600=25;core2 duo p8700=25;core2 duo p8800=25;core2 duo p9500=25
|core2 duo p9600=25;core2 duo p9700=28;core2 duo sl7100=12;core2 duo sl9300=17;core2 duo sl9380=17
|core2 duo sl9400=17;core2 duo sl9600=17;core2 duo sp7500=20;core2 duo sp7700=20;core2 duo sp9300=25
|core2 duo sp9400=25;core2 duo sp9600=25;core2 duo su7300=10;core2 duo su9300=10;core2 duo su9400=10
|core2 duo su9600=10;core2 duo t5200=35;core2 duo t5250=35;core2 duo t5270=35;core2 duo t5300=34
|core2 duo t5450=35;core2 duo t5470=35;core2 duo t5500=35;core2 duo t5550=35;core2 duo t5600=35
|core2 duo t5670=35;core2 duo t5750=35;core2 duo t5800=35;core2 duo t5850=35;core2 duo t5870=35
|core2 duo t5900=35;core2 duo t6400=35;core2 duo t6500=35;core2 duo t6570=35;core2 duo t6600=35
|core2 duo t6670=35;core2 duo t6900=35;core2 duo t6970=35;core2 duo t7100=35;core2 duo t7200=35
|core2 duo t7250=35;core2 duo t7300=35;core2 duo t7400=35;core2 duo t7500=35;core2 duo t7600=35
|core2 duo t7600g=35;core2 duo t7700=35;core2 duo t7800=35;core2 duo t8100=35;core2 duo t8300=35
|core2 duo t9300=35;core2 duo t9400=35;core2 duo t9500=35;core2 duo t9550=35;core2 duo t9600=35
|core2 duo t9800=35;core2 duo t9900=35;core2 duo u7500=10;core2 duo u7600=10;core2 duo u7700=10
|core2 extreme qx6700=130;core2 extreme qx6800=130;core2 extreme qx6850=130;core2 extreme qx9300=45
|core2 extreme qx9650=130;core2 extreme qx9750=130;core2 extreme qx9770=136;core2 extreme qx9775=150
|core2 extreme x6800=75;core2 extreme x6900=75;core2 extreme x7800=44;core2 extreme x7900=44
|core2 extreme x9000=44;core2 extreme x9100=44;core2 quad q6400=105;core2 quad q6600=105;core2 quad q6700=95
|core2 quad q7600=95;core2 quad q8200=95;core2 quad q8200s=65;core2 quad q8300=95;core2 quad q8400=95
|core2 quad q8400s=65;core2 quad q9000=45;core2 quad q9100=45;core2 quad q9300=95;core2 quad q9400=95
|core2 quad q9400s=65;core2 quad q9450=95;core2 quad q9500=95;core2 quad q9505=95;core2 quad q9505s=65
|core2 quad q9550=95;core2 quad q9550s=65;core2 quad q9650=95;core2 solo su3300=5.5;core2 solo su3500=5.5
|core2 solo ulv su3300=5;core2 solo ulv su3500=5;core2 solo ulv u2100=5.5;core2 solo ulv u2200=5.5;fx-4100=95
|fx-4120=95;fx-4130=125;fx-4150=95;fx-4170=125;fx-4300=95;fx-4320=95;fx-4350=125;fx-6100=95;fx-6120=95
|fx-6130=95;fx-6200=125;fx-6300=95;fx-6330=125;fx-6350=125;fx-7500=20;fx-7600p=35;fx-8100=95;fx-8120=125
|fx-8140=95;fx-8150=125;fx-8170=125;fx-8300=95;fx-8310=95;fx-8320=125;fx-8320e=95;fx-8350=125;fx-8370=125
|fx-8370e=95;fx-8800p=15;fx-9370=220;fx-9590=220;m1=10
athlon |1000=54;1100=60;1133=63;1200=66;1300=68;1333=70;1400=72;200ge=35;220ge=35;240ge=35;255e=45;3000g=35
athlon |300ge=35;300u=15;320ge=35;425e=45;460=95;5150=25;5350=25;5370=25;600=38;620e=45;631=100;638=65
athlon |64 1500+=9;64 2000+=8;64 2600+=15;64 2650e=15;64 2700+=32;64 2800+=32;64 2850e=22;64 3000+=62
athlon |64 3100+=25;64 3200+=83;64 3300+=89;64 3400+=67;64 3500+=62;64 3500+ ee=35;64 3600+=89;64 3700+=89
athlon |64 3800+=89;64 4000+=89;64 fx-51=89;64 fx-53=89;64 fx-55=104;64 fx-57=104;64 fx-60=110;64 fx-62=125
athlon |64 fx-70=125;64 fx-72=125;64 fx-74=125;64 fx-76=125;64 le-1600=45;64 le-1620=45;64 le-1640=45
athlon |64 le-1640b=45;64 le-1660=45;64 x2 3600+=65;64 x2 3600+ ee=65;64 x2 3800+=89;64 x2 3800+ ee=65
athlon |64 x2 3800+ ee sff=35;64 x2 4000+=65;64 x2 4000+ ee=65;64 x2 4200+=89;64 x2 4200+ ee=65;64 x2 4400+=65
athlon |64 x2 4400+ ee=65;64 x2 4600+=89;64 x2 4600+ ee=65;64 x2 4800+=89;64 x2 4800+ ee=65;64 x2 5000+=89
athlon |64 x2 5000+ be=65;64 x2 5000+ ee=65;64 x2 5200+=89;64 x2 5200+ ee=65;64 x2 5400+=65;64 x2 5400+ be=65
athlon |64 x2 5600+=65;64 x2 5800+=89;64 x2 6000+=125;64 x2 6400+ be=125;641=100;650=38;700=40;740=65;750=65
athlon |750k=100;760k=100;800=45;850=47;860k=95;900=50;950=52;x2 4050e=45;x2 4450e=45;x2 4850e=45;x2 5050e=45
athlon |x2 6500 be=95;x2 7450=95;x2 7550=95;x2 7750 be=95;x2 7850 be=95;x2 be-2300=45;x2 be-2350=45
athlon |x2 be-2400=45;x2 ql-60=35;x2 ql-62=25;x2 ql-64=35;x2 ql-65=35;x2 ql-67=35;x4 940=65;x4 950=65;x4 970=65
athlon gold |3150c=15;3150g=65;3150ge=35;3150u=15;7220c=15;7220u=15
athlon gold pro |3150g=65;3150ge=35
athlon ii |x2 210e=45;x2 215=65;x2 220=65;x2 235e=45;x2 240=65;x2 240e=45;x2 245=65;x2 245e=45;x2 250=65
athlon ii |x2 250e=45;x2 250u=25;x2 255=65;x2 260=65;x2 260u=25;x2 265=65;x2 270=65;x2 270u=25;x2 280=65
athlon ii |x3 400e=45;x3 405e=45;x3 415e=45;x3 420e=45;x3 425=95;x3 425e=45;x3 435=95;x3 440=95;x3 445=95
athlon ii |x3 450=95;x3 455=95;x3 460=95;x4 600e=45;x4 605e=45;x4 610e=45;x4 615e=45;x4 620=95;x4 620e=45
athlon ii |x4 630=95;x4 631=100;x4 635=95;x4 638=65;x4 640=95;x4 641=100;x4 645=95;x4 651=100;x4 651k=100
athlon pro |200ge=35;200u mobile=15;300ge=35;300u=15;300u mobile=15;3045b=15;3145b=15
athlon silver |3050c=15;3050e=6;3050ge=35;3050u=15;7120c=15;7120u=15
athlon silver pro |3125ge=35
athlon xp |1500+=60;1600+=63;1700+=50;1800+=51;1900+=53;2000+=60;2100+=72;2200+=63;2400+=65;2500+=68
athlon xp |2500+ dtr=68;2600+=68;2600+ dtr=68;2700+=68;2800+=74;2800+ dtr=68;3000+=68;3100+=68;3200+=77
athlon xp-m |2000+=45;2200+=45;2400+=45;2500+=45;2600+=45;3000+=45
atom |c2308=6;c2316=7;c2338=7;c2350=6;c2358=7;c2508=9;c2516=10;c2518=13;c2530=9;c2538=15;c2550=14;c2558=15
atom |c2718=18;c2730=12;c2738=20;c2750=20;c2758=20;c3308=9;c3336=11;c3338=8;c3338r=10;c3436l=10;c3508=11
atom |c3538=15;c3558=16;c3558r=17;c3708=17;c3750=21;c3758=25;c3758r=26;c3808=25;c3830=21;c3850=25;c3858=25
atom |c3950=24;c3955=32;c3958=31;c5115=43;c5125=50;c5310=32;c5315=38;c5320=41;c5325=41;c5335c1=50;ce4100=7
atom |ce4110=7;ce4130=7;ce4150=7;ce4215=7;ce4235=7;ce4253=7;ce4255=7;ce4257=7;ce4270=7;ce4275=7;ce4277=7
atom |ce5315=15;e3805=3;e3815=5;e3825=6;e3826=7;e3827=8;e3845=10;e620=3.3;e620t=3.3;e625ct=3;e640=3.6;e640t=3.6
atom |e645c=3.6;e645ct=4;e660=3.6;e660t=3.6;e665c=3.6;e665ct=7;e680=4.5;e680t=4.5;p5322=55;p5332=61;p5342=71
atom |p5352=78;p5362=83;p5721=48;p5731=54;p5742=67;p5752=74;x5-e3930=6;x5-e3940=9;x5-e8000=5;x6200fe=4;x6211e=6
atom |x6212re=6;x6214re=6;x6413e=9;x6414re=9;x6416re=9;x6425e=12;x6425re=12;x6427fe=12;x7-e3950=12;x7203c=9
atom |x7211e=6;x7211re=6;x7213e=10;x7213re=9;x7405c=12;x7425e=12;x7433re=9;x7809c=25;x7835re=12
celeron |1000m=35;1005m=35;1007u=17;1017u=17;1019y=10;1020e=35;1020m=35;1037u=17;1047ue=17;1300=33.4;2000e=37
celeron |2002e=25;2950m=37;2955u=15;2957u=15;2961y=11;2970m=37;2980u=15;2981u=15;3205u=15;3215u=15;3755u=15
celeron |3765u=15;3855u=15;3865u=15;3867u=15;3955u=15;3965u=15;3965y=6;4205u=15;4305u=15;4305ue=15;5205u=15
celeron |5305u=15;6305=15;6305e=15;6600he=35;7305l=15;g1101=73;g1610=55;g1610t=35;g1620=55;g1620t=35;g1630=55
celeron |g1820=53;g1820t=35;g1820te=35;g1830=53;g1840=53;g1840t=35;g1850=53;g3900=51;g3900e=35;g3900t=35
celeron |g3900te=35;g3902e=25;g3920=51;g3930=51;g3930e=54;g3930t=35;g3930te=35;g3950=51;g4900=54;g4900t=35
celeron |g4920=54;g4930=54;g4930e=35;g4930t=35;g4932e=25;g4950=54;g5900=58;g5900e=58;g5900t=35;g5900te=35
celeron |g5905=58;g5905t=35;g5920=58;g5925=58;j1750=10;j1800=10;j1850=10;j1900=10;j3060=6;j3160=6;j3355=10
celeron |j3355e=10;j3455=10;j3455e=10;j4005=10;j4025=10;j4105=10;j4125=10;j6412=10;j6413=10;n2805=4;n2806=4
celeron |n2807=4;n2808=4;n2810=7;n2815=7;n2820=7;n2830=7;n2840=7;n2910=7;n2920=7;n2930=7;n2940=7;n3000=4
celeron |n3010=4;n3050=6;n3060=6;n3150=6;n3160=6;n3350=6;n3350e=6;n3450=6;n4000=6;n4020=6;n4100=6;n4120=6
celeron |n4500=6;n4505=10;n5100=6;n5105=10;n6210=6;n6211=6
core |i3-1000g1=12;i3-1000g4=12;i3-1005g1=15;i3-10100=65;i3-10100e=65;i3-10100f=65;i3-10100t=35;i3-10100te=35
core |i3-10100y=5;i3-10105=65;i3-10105f=65;i3-10105t=35;i3-10110u=15;i3-10110y=7;i3-10300=65;i3-10300t=35
core |i3-10305=65;i3-10305t=35;i3-10320=65;i3-10325=65;i3-10350k=91;i3-11100he=45;i3-1110g4=15;i3-1115g4=28
core |i3-1115g4e=15;i3-1120g4=15;i3-1125g4=28;i3-13100e=60;i3-13100te=35;i3-13300he=45;i3-13300hre=45
core |i3-2100=65;i3-2100t=35;i3-2102=65;i3-2105=65;i3-2115c=25;i3-2120=65;i3-2120t=35;i3-2125=65;i3-2130=65
core |i3-2308m=35;i3-2310e=35;i3-2310m=35;i3-2312m=35;i3-2328m=35;i3-2330e=35;i3-2330m=35;i3-2332m=35
core |i3-2340ue=17;i3-2348m=35;i3-2350m=35;i3-2357m=17;i3-2365m=17;i3-2367m=17;i3-2370m=35;i3-2375m=17
core |i3-2377m=17;i3-3110m=35;i3-3115c=25;i3-3120m=35;i3-3120me=35;i3-3130m=35;i3-3210=55;i3-3217u=17
core |i3-3217ue=17;i3-3220=55;i3-3220t=35;i3-3225=55;i3-3227u=17;i3-3229y=13;i3-3240=55;i3-3240t=35;i3-3245=55
core |i3-3250=55;i3-3250t=35;i3-4000m=37;i3-4005u=15;i3-4010m=37;i3-4010u=15;i3-4010y=11;i3-4012y=11
core |i3-4020y=11;i3-4025u=15;i3-4030u=15;i3-4030y=11;i3-4100e=37;i3-4100m=37;i3-4100u=15;i3-4102e=25
core |i3-4110e=37;i3-4110m=37;i3-4112e=25;i3-4120u=15;i3-4130=54;i3-4130t=35;i3-4150=54;i3-4150t=35;i3-4158u=28
core |i3-4160=54;i3-4160t=35;i3-4170=54;i3-4170t=35;i3-4330=54;i3-4330t=35;i3-4330te=35;i3-4340=54;i3-4340te=35
core |i3-4350=54;i3-4350t=35;i3-4360=54;i3-4360t=35;i3-4370=54;i3-4370t=35;i3-5005u=15;i3-5010u=15;i3-5015u=15
core |i3-5020u=15;i3-5157u=28;i3-530=73;i3-540=73;i3-550=73;i3-560=73;i3-6006u=15;i3-6098p=54;i3-6100=51
core |i3-6100e=35;i3-6100h=35;i3-6100t=35;i3-6100te=35;i3-6100u=15;i3-6102e=25;i3-6157u=28;i3-6167u=28
core |i3-6300=51;i3-6300t=35;i3-6320=51;i3-7020u=15;i3-7100=51;i3-7100e=35;i3-7100h=35;i3-7100t=35;i3-7100u=15
core |i3-7101e=54;i3-7101te=35;i3-7102e=25;i3-7120=51;i3-7120t=35;i3-7130u=15;i3-7167u=28;i3-7300=51
core |i3-7300t=35;i3-7320=51;i3-7320t=35;i3-7340=51;i3-7350k=60;i3-7360x=112;i3-8000=65;i3-8020=65;i3-8100=65
core |i3-8100b=65;i3-8100f=65;i3-8100h=45;i3-8100t=35;i3-8109u=28;i3-8120=65;i3-8121u=28;i3-8130u=15
core |i3-8140u=15;i3-8145u=15;i3-8145ue=15;i3-8300=62;i3-8300t=35;i3-8350k=91;i3-9000=65;i3-9100=65;i3-9100e=65
core |i3-9100f=65;i3-9100hl=25;i3-9100t=35;i3-9100te=35;i3-9300=62;i3-9300t=35;i3-9320=62;i3-9350k=91
core |i3-9350kf=91;i5-10200h=45;i5-10210u=15;i5-10210y=7;i5-10300h=45;i5-1030g4=12;i5-1030g7=12;i5-10310u=15
core |i5-10310y=7;i5-1035g1=15;i5-1035g4=15;i5-1035g7=15;i5-10400=65;i5-10400f=65;i5-10400h=45;i5-10400t=35
core |i5-10500=65;i5-10500e=65;i5-10500h=45;i5-10500t=35;i5-10500te=35;i5-10505=65;i5-10600=65;i5-10600k=125
core |i5-10600kf=125;i5-10600t=35;i5-11260h=45;i5-11300h=35;i5-1130g7=15;i5-11320h=35;i5-1135g7=28;i5-11400=65
core |i5-11400f=65;i5-11400h=45;i5-11400t=35;i5-1140g7=15;i5-1145g7=28;i5-1145g7e=15;i5-11500=65;i5-11500h=45
core |i5-11500he=45;i5-11500t=35;i5-1155g7=28;i5-11600=65;i5-11600k=125;i5-11600kf=125;i5-11600t=35
core |i5-13400e=65;i5-13500e=65;i5-13500te=35;i5-13600hre=45;i5-14401e=65;i5-14401te=45;i5-14501e=65
core |i5-14501te=45;i5-2300=95;i5-2310=95;i5-2320=95;i5-2380p=95;i5-2390t=35;i5-2400=95;i5-2400s=65;i5-2405s=65
core |i5-2410m=35;i5-2415m=35;i5-2430m=35;i5-2435m=35;i5-2450m=35;i5-2450p=95;i5-2467m=17;i5-2500=95
core |i5-2500k=95;i5-2500s=65;i5-2500t=45;i5-2510e=35;i5-2515e=35;i5-2520m=35;i5-2537m=17;i5-2540m=35
core |i5-2550k=95;i5-2557m=17;i5-3210m=35;i5-3230m=35;i5-3317u=17;i5-3320m=35;i5-3330=77;i5-3330s=65
core |i5-3335s=65;i5-3337u=17;i5-3339y=13;i5-3340=77;i5-3340m=35;i5-3340s=65;i5-3350p=69;i5-3360m=35
core |i5-3365m=35;i5-3380m=35;i5-3427u=17;i5-3437u=17;i5-3439y=13;i5-3450=77;i5-3450s=65;i5-3470=77;i5-3470s=65
core |i5-3470t=35;i5-3475s=65;i5-3550=77;i5-3550s=65;i5-3570=77;i5-3570k=77;i5-3570s=65;i5-3570t=45
core |i5-3610me=35;i5-4200h=47;i5-4200m=37;i5-4200u=15;i5-4200y=11;i5-4202y=11;i5-4210h=47;i5-4210m=37
core |i5-4210u=15;i5-4210y=11;i5-4220y=11;i5-4250u=15;i5-4258u=28;i5-4260u=15;i5-4278u=28;i5-4288u=28
core |i5-4300m=37;i5-4300u=15;i5-4300y=11;i5-4302y=11;i5-4308u=28;i5-4310m=37;i5-4310u=15;i5-4330m=37
core |i5-4340m=37;i5-4350u=15;i5-4360u=15;i5-4400e=37;i5-4402e=25;i5-4402ec=27;i5-4410e=37;i5-4422e=25
core |i5-4430=84;i5-4430s=65;i5-4440=84;i5-4440s=65;i5-4460=84;i5-4460s=65;i5-4460t=35;i5-4570=84;i5-4570r=65
core |i5-4570s=65;i5-4570t=35;i5-4570te=35;i5-4590=84;i5-4590s=65;i5-4590t=35;i5-4670=84;i5-4670k=84
core |i5-4670r=65;i5-4670s=65;i5-4670t=45;i5-4690=84;i5-4690k=88;i5-4690s=65;i5-4690t=45;i5-5200u=15;i5-520e=35
core |i5-520m=35;i5-520um=18;i5-5250u=15;i5-5257u=28;i5-5287u=28;i5-5300u=15;i5-5350h=47;i5-5350u=15;i5-540m=35
core |i5-540um=18;i5-5575r=65;i5-560m=35;i5-560um=18;i5-5675c=65;i5-5675r=65;i5-580m=35;i5-6198du=15
core |i5-6200u=15;i5-6260u=15;i5-6267u=28;i5-6287u=28;i5-6300hq=45;i5-6300u=15;i5-6350hq=45;i5-6360u=15
core |i5-6400=65;i5-6400t=35;i5-6402p=65;i5-6440eq=45;i5-6440hq=45;i5-6442eq=25;i5-650=73;i5-6500=65
core |i5-6500t=35;i5-6500te=35;i5-655k=73;i5-6585r=65;i5-660=73;i5-6600=65;i5-6600k=91;i5-6600t=35;i5-661=87
core |i5-6685r=65;i5-670=73;i5-680=73;i5-7200u=15;i5-7260u=15;i5-7267u=28;i5-7287u=28;i5-7300hq=45;i5-7300u=15
core |i5-7360u=15;i5-7400=65;i5-7400t=35;i5-7440eq=45;i5-7440hq=45;i5-7442eq=25;i5-750=95;i5-7500=65
core |i5-7500t=35;i5-750s=82;i5-760=95;i5-7600=65;i5-7600k=91;i5-7600t=35;i5-7640x=112;i5-7640x x-series=112
core |i5-8200y=5;i5-8210y=7;i5-8250u=15;i5-8257u=15;i5-8259u=28;i5-8260u=15;i5-8265u=15;i5-8269u=28;i5-8279u=28
core |i5-8300h=45;i5-8305g=65;i5-8310y=7;i5-8350u=15;i5-8365u=15;i5-8365ue=15;i5-8400=65;i5-8400b=65
core |i5-8400h=45;i5-8400t=35;i5-8420=65;i5-8420t=35;i5-8500=65;i5-8500b=65;i5-8500t=35;i5-8550=65;i5-8600=65
core |i5-8600k=95;i5-8600t=35;i5-8650=65;i5-8650k=95;i5-9300h=45;i5-9300hf=45;i5-9400=65;i5-9400f=65
core |i5-9400h=45;i5-9400t=35;i5-9500=65;i5-9500e=65;i5-9500f=65;i5-9500t=35;i5-9500te=35;i5-9600=65
core |i5-9600k=95;i5-9600kf=95;i5-9600t=35;i7-10510u=15;i7-10510y=7;i7-1060g7=12;i7-10610u=15;i7-1065g7=15
core |i7-1068g7=28;i7-10700=65;i7-10700e=65;i7-10700f=65;i7-10700k=125;i7-10700kf=125;i7-10700t=35
core |i7-10700te=35;i7-10710u=15;i7-10750h=45;i7-10810u=15;i7-10850h=45;i7-10870h=45;i7-10875h=45;i7-10885h=45
core |i7-11370h=28;i7-11375h=35;i7-11390h=35;i7-11600h=45;i7-1160g7=15;i7-1165g7=28;i7-11700=65;i7-11700b=65
core |i7-11700f=65;i7-11700k=125;i7-11700kf=125;i7-11700t=35;i7-11800h=45;i7-1180g7=15;i7-11850h=45
core |i7-11850he=45;i7-1185g7=28;i7-1185g7e=15;i7-1195g7=28;i7-12700h=45;i7-12700k=190;i7-13700e=65
core |i7-13700te=35;i7-13800he=45;i7-13800hre=45;i7-14701e=65;i7-14701te=45;i7-2600=95;i7-2600k=95;i7-2600s=65
core |i7-2610ue=17;i7-2617m=17;i7-2620m=35;i7-2629m=25;i7-2630qm=45;i7-2635qm=45;i7-2637m=17;i7-2640m=35
core |i7-2649m=25;i7-2655le=25;i7-2657m=17;i7-2670qm=45;i7-2675qm=45;i7-2677m=17;i7-2700k=95;i7-2710qe=45
core |i7-2715qe=45;i7-2720qm=45;i7-2760qm=45;i7-2820qm=45;i7-2860qm=45;i7-2920xm=55
core |i7-2920xm extreme edition=55;i7-2960xm=55;i7-2960xm extreme edition=55;i7-3517u=17;i7-3517ue=17
core |i7-3520m=35;i7-3525m=35;i7-3537u=17;i7-3540m=35;i7-3555le=25;i7-3610qe=45;i7-3610qm=45;i7-3612qe=35
core |i7-3612qm=35;i7-3615qe=45;i7-3615qm=45;i7-3630qm=45;i7-3632qm=35;i7-3635qm=45;i7-3667u=17;i7-3687u=17
core |i7-3689y=13;i7-3720qm=45;i7-3740qm=45;i7-3770=77;i7-3770k=77;i7-3770s=65;i7-3770t=45;i7-3820=130
core |i7-3820qm=45;i7-3840qm=45;i7-3910k=130;i7-3920xm=55;i7-3920xm extreme edition=55;i7-3930k=130
core |i7-3940xm=55;i7-3940xm extreme edition=55;i7-3960x=130;i7-3960x extreme edition=130;i7-3970x=150
core |i7-3970x extreme edition=150;i7-4500u=15;i7-4510u=15;i7-4550u=15;i7-4558u=28;i7-4578u=28;i7-4600m=37
core |i7-4600u=15;i7-4610m=37;i7-4610y=11;i7-4650u=15;i7-4700ec=43;i7-4700eq=47;i7-4700hq=47;i7-4700mq=47
core |i7-4701eq=47;i7-4702ec=27;i7-4702hq=37;i7-4702mq=37;i7-4710hq=47;i7-4710mq=47;i7-4712hq=37;i7-4712mq=37
core |i7-4720hq=47;i7-4722hq=37;i7-4750hq=47;i7-4760hq=47;i7-4765t=35;i7-4770=84;i7-4770hq=47;i7-4770k=84
core |i7-4770r=65;i7-4770s=65;i7-4770t=45;i7-4770te=45;i7-4771=84;i7-4785t=35;i7-4790=84;i7-4790k=88
core |i7-4790s=65;i7-4790t=45;i7-4800mq=47;i7-4810mq=47;i7-4820k=130;i7-4850eq=47;i7-4850hq=47;i7-4860eq=47
core |i7-4860hq=47;i7-4870hq=47;i7-4900mq=47;i7-4910mq=47;i7-4930k=130;i7-4930mx=57
core |i7-4930mx extreme edition=57;i7-4940mx=57;i7-4940mx extreme edition=57;i7-4950hq=47;i7-4960hq=47
core |i7-4960x=130;i7-4960x extreme edition=130;i7-4980hq=47;i7-5500u=15;i7-5550u=15;i7-5557u=28;i7-5600u=15
core |i7-5650u=15;i7-5700eq=47;i7-5700hq=47;i7-5750hq=47;i7-5775c=65;i7-5775r=65;i7-5820k=140;i7-5850eq=47
core |i7-5850hq=47;i7-5930k=140;i7-5950hq=47;i7-5960x=140;i7-5960x extreme edition=140;i7-6498du=15;i7-6500u=15
core |i7-6560u=15;i7-6567u=28;i7-6600u=15;i7-6650u=15;i7-6660u=15;i7-6700=65;i7-6700hq=45;i7-6700k=91
core |i7-6700t=35;i7-6700te=35;i7-6770hq=45;i7-6785r=65;i7-6800k=140;i7-6820eq=45;i7-6820hk=45;i7-6820hq=45
core |i7-6822eq=25;i7-6850k=140;i7-6870hq=45;i7-6900k=140;i7-6920hq=45;i7-6950x=140
core |i7-6950x extreme edition=140;i7-6970hq=45;i7-720qm=45;i7-740qm=45;i7-7500u=15;i7-7560u=15;i7-7567u=28
core |i7-7600u=15;i7-7660u=15;i7-7700=65;i7-7700hq=45;i7-7700k=91;i7-7700t=35;i7-7740x=112
core |i7-7740x x-series=112;i7-7800x=140;i7-7800x x-series=140;i7-7820eq=45;i7-7820hk=45;i7-7820hq=45
core |i7-7820x=140;i7-7820x x-series=140;i7-7920hq=45;i7-8086k=95;i7-820qm=45;i7-840qm=45;i7-8500y=5
core |i7-8550u=15;i7-8557u=15;i7-8559u=28;i7-8565u=15;i7-8569u=28;i7-860=95;i7-860s=82;i7-8650u=15;i7-8665u=15
core |i7-8665ue=15;i7-8670=65;i7-8670t=35;i7-870=95;i7-8700=65;i7-8700b=65;i7-8700k=95;i7-8700t=35;i7-8705g=65
core |i7-8706g=65;i7-8709g=65;i7-870s=82;i7-8750h=45;i7-875k=95;i7-880=95;i7-8809g=65;i7-8850h=45;i7-9700=65
core |i7-9700e=65;i7-9700f=65;i7-9700k=95;i7-9700kf=95;i7-9700t=35;i7-9700te=35;i7-9750h=45;i7-9750hf=45
core |i7-9800x=165;i7-9800x x-series=165;i7-9850h=45;i7-9850he=45;i7-9850hl=25;i9-10800f=65;i9-10850k=125
core |i9-10885h=45;i9-10900=65;i9-10900e=65;i9-10900f=65;i9-10900k=125;i9-10900kf=125;i9-10900t=35
core |i9-10900te=35;i9-10900x=165;i9-10900x x-series=165;i9-10900xe=165;i9-10910=125;i9-10920x=165
core |i9-10920x x-series=165;i9-10920xe=165;i9-10940x=165;i9-10940x x-series=165;i9-10980hk=45;i9-10980xe=165
core |i9-10980xe extreme edition=165;i9-10990xe=380;i9-11900=65;i9-11900f=65;i9-11900k=125;i9-11900kf=125
core |i9-11900t=35;i9-12900k=125;i9-13900e=65;i9-13900k=125;i9-13900te=35;i9-14900hx=55;i9-14901e=65
core |i9-14901ke=125;i9-14901te=45;i9-7900x=140;i9-7900x x-series=140;i9-7920x=140;i9-7920x x-series=140
core |i9-7940x=165;i9-7940x x-series=165;i9-7960x=165;i9-7960x x-series=165;i9-7980xe=165
core |i9-7980xe extreme edition=165;i9-8950hk=45;i9-9820x=165;i9-9820x x-series=165;i9-9880h=45;i9-9900=65
core |i9-9900k=95;i9-9900kf=95;i9-9900ks=127;i9-9900t=35;i9-9900x=165;i9-9900x x-series=165;i9-9920x=165
core |i9-9920x x-series=165;i9-9940x=165;i9-9940x x-series=165;i9-9960x=165;i9-9960x x-series=165;i9-9980hk=45
core |i9-9980xe=165;i9-9980xe extreme edition=165;i9-9990xe=255
core ultra |7 155h=28;7 165h=28;7 265h=28
epyc |4124p=65;4244p=65;4245p=65;4344p=65;4345p=65;4364p=105;4464p=65;4465p=65;4484px=120;4545p=65;4564p=170
epyc |4565p=170;4584px=120;4585px=170;7203=120;7203p=120;7232p=120;7251=120;7252=120;7261=170;7262=155;7272=120
epyc |7281=170;7282=120;7301=170;7302=155;7302p=155;7303=130;7303p=130;7313=155;7313p=155;7343=190;7351=170
epyc |7351p=170;7352=155;7371=200;7373x=240;7401=170;7401p=170;7402=180;7402p=180;7413=180;7443=200;7443p=200
epyc |7451=180;7452=155;7453=225;7473x=240;7501=170;7502=180;7502p=180;7513=200;7532=200;7542=225;7543=225
epyc |7543p=225;7551=180;7551p=180;7552=200;7573x=280;7601=180;7642=225;7643=225;7643p=225;7662=225;7663=240
epyc |7663p=240;7702=200;7702p=200;7713=225;7713p=225;7742=225;7763=280;7773x=280;7b12=240;7f32=180;7f52=240
epyc |7f72=240;7h12=280;7r13=225;7v73x=280;8024p=90;8024pn=80;8124p=125;8124pn=100;8224p=160;8224pn=120
epyc |8324p=180;8324pn=130;8434p=200;8434pn=155;8534p=200;8534pn=175;9015=125;9115=125;9124=200;9135=200
epyc |9174f=320;9175f=320;9184x=320;9224=200;9254=200;9255=200;9274f=320;9275f=320;9334=210;9335=210;9354=280
epyc |9354p=280;9355=280;9355p=280;9365=300;9374f=320;9375f=320;9384x=320;9454=290;9454p=290;9455=300;9455p=300
epyc |9474f=360;9475f=400;9534=280;9535=300;9554=360;9554p=360;9555=360;9555p=360;9565=400;9575f=400;9634=290
epyc |9645=320;9654=360;9654p=360;9655=400;9655p=400;9684x=400;9734=340;9745=400;9754=360;9754s=360;9755=500
epyc |9825=390;9845=390;9965=500
epyc embedded |3251=50
opteron |140=85;140 ee=30;142=82;144=82;146=67;146 he=55;148=89;148 he=55;150=85;152=104;154=104;156=104
opteron |2350he=79;240=82;240 ee=30;242=85;244=85;246=85;246 he=55;248=89;248 he=55;250=85;250 he=55;252=92
opteron |254=92;3250he=45;3260he=45;3280=65;3320ee=25;3350he=45;3365=65;3380=65;4226=95;4228he=65;4230he=65
opteron |4234=95;4238=95;4240=95;4256ee=35;4274he=65;4276he=65;4280=95;4284=95;4310ee=35;4332he=65;4334=95
opteron |4340=95;4365=40;4376he=65;4386=95;43cx ee=35;43gk he=65;6132he=85;6140=115;6166he=85;6168=115;6176=115
opteron |6180se=140;6204=115;6212=115;6220=115;6234=115;6238=115;6262he=85;6272=115;6274=115;6276=115;6278=115
opteron |6282se=140;6284se=140;6308=115;6320=115;6328=115;6338p=99;6344=115;6348=115;6366he=85;6370p=99
opteron |6376=115;6378=115;6380=115;6386se=140;840=82;840 ee=30;842=82;844=85;846=85;846 he=55;848=85;848 he=55
opteron |850=89;850 he=55;852=92;854=92;856=92;a1120=25;a1150=32;a1170=32;x1150=17;x2 165=110;x2 170=110
opteron |x2 175=110;x2 180=110;x2 185=110;x2 260 he=55;x2 265=95;x2 265 he=55;x2 270=95;x2 270 he=55;x2 275=95
opteron |x2 275 he=55;x2 280=95;x2 285=95;x2 290=95;x2 860 he=55;x2 865=95;x2 865 he=55;x2 870=95;x2 870 he=55
opteron |x2 875=95;x2 875 he=55;x2 880=95;x2 885=95;x2 890=95;x2150=22;x2170=25
pentium d |820=130;830=130;840=130;840 ee=130;915=95;920=130;925=95;930=130;935=95;940=130;945=95;950=130
pentium d |955 ee=130;960=130;965 ee=130
pentium |d1507=20;d1508=25;d1509=19;d1517=25;d1519=25;g2010=55;g2020=55;g2020t=35;g2030=55;g2030t=35;g2100t=35
pentium |g2120=55;g2120t=35;g2130=55;g2140=55;g3220=53;g3220t=35;g3240=53;g3240t=35;g3250=53;g3250t=35;g3258=53
pentium |g3260=53;g3260t=35;g3320te=35;g3420=53;g3420t=35;g3430=53;g3440=53;g3440t=35;g3450=53;g3450t=35
pentium |g3460=53;g3460t=35;g3470=53;g4400=54;g4400t=35;g4400te=35;g4500=51;g4500t=35;g4520=51;g4560=54
pentium |g4560t=35;g4600=51;g4600t=35;g4620=51;g620=65;g620t=35;g622=65;g630=65;g630t=35;g632=65;g640=65
pentium |g640t=35;g645=65;g645t=35;g6950=73;g6951=73;g6960=73;g840=65;g850=65;g860=65;g860t=35;g870=65;j2850=10
pentium |j2900=10;j3710=6;j4205=10;j6426=10;n3510=7;n3520=7;n3530=7;n3540=7;n3700=6;n3710=6;n4200=6;n4200e=6
pentium |n6415=6
pentium gold |4410y=6;4415u=15;4415y=6;4417u=15;4425y=6;5405u=15;6405u=15;6500y=5;7505=15;g5400=58;g5400t=35
pentium gold |g5420=54;g5420t=35;g5500=54;g5500t=35;g5600=54;g5600e=35;g5600t=35;g5620=54;g6400=58;g6400e=58
pentium gold |g6400t=35;g6400te=35;g6405=58;g6405t=35;g6500=58;g6500t=35;g6505=58;g6505t=35;g6600=58;g6605=58
pentium silver |j5005=10;j5040=10;n5000=6;n5030=6;n6000=6;n6005=10
phenom ii |1045t=95;1075t=95;42 twkr black edition=125;555=80;565=80;570=80;840=95;850=95;960t=95;965=80
phenom ii |975=125;980=125;x2 545=80;x2 550=80;x2 550 be=80;x2 555 be=80;x2 560 be=80;x2 565 be=80;x2 570 be=80
phenom ii |x2 b53=80;x2 b55=80;x2 b57=80;x3 700e=65;x3 705e=65;x3 710=95;x3 715 be=95;x3 720=95;x3 720 be=95
phenom ii |x3 740 be=95;x3 b73=95;x3 b75=95;x3 b77=95;x4 650t=95;x4 805=95;x4 810=95;x4 820=95;x4 830=95
phenom ii |x4 840=95;x4 840t=95;x4 850=95;x4 900e=65;x4 905e=65;x4 910=95;x4 910e=65;x4 920=125;x4 925=95
phenom ii |x4 940 be=125;x4 945=125;x4 955=125;x4 955 be=125;x4 960t be=95;x4 965 be=125;x4 970 be=125
phenom ii |x4 975 be=125;x4 980 be=125;x4 b93=95;x4 b95=95;x4 b97=95;x6 1035t=95;x6 1045t=95;x6 1055t=125
phenom ii |x6 1065t=125;x6 1075t=125;x6 1090t be=125;x6 1100t be=125
phenom |x3 8250e=65;x3 8400=95;x3 8450=95;x3 8450e=65;x3 8550=95;x3 8600=95;x3 8650=95;x3 8750=95;x3 8750 be=95
phenom |x3 8850=95;x4 9100e=65;x4 9150e=65;x4 9350e=65;x4 9450e=65;x4 9500=95;x4 9550=95;x4 9600=95
phenom |x4 9600 be=95;x4 9600b=95;x4 9650=95;x4 9750=125;x4 9750b=95;x4 9850=125;x4 9850 be=125;x4 9850b=95
phenom |x4 9950 be=125
ryzen |3 1200=65;3 1300=65;3 1300x=65;3 2200g=65;3 2200ge=35;3 2200u=15;3 2300u=15;3 2300x=65;3 3100=65
ryzen |3 3200g=65;3 3200ge=35;3 3200u=15;3 3250c=15;3 3250u=15;3 3300u=15;3 3300x=65;3 3350u=15;3 4100=65
ryzen |3 4300g=65;3 4300ge=35;3 4300u=15;3 5125c=15;3 5300g=65;3 5300ge=35;3 5300u=15;3 5305g=65;3 5305ge=35
ryzen |3 5400u=15;3 5425c=15;3 5425u=15;3 7320c=15;3 7320u=15;3 7330u=15;3 7335u=28;3 7440u=28;3 8300g=65
ryzen |3 8300ge=35;3 8440u=28;3 pro 1200=65;3 pro 1300=65;3 pro 2200g=65;3 pro 2200ge=35;3 pro 2300u=15
ryzen |3 pro 3200g=65;3 pro 3200ge=35;3 pro 3300u=15;3 pro 4350g=65;3 pro 4350ge=35;3 pro 4355g=65
ryzen |3 pro 4355ge=35;3 pro 4450u=15;3 pro 5350g=65;3 pro 5350ge=35;3 pro 5355g=65;3 pro 5355ge=35
ryzen |3 pro 5450u=15;3 pro 5475u=15;3 pro 7330u=15;3 pro 8300g=65;3 pro 8300ge=35;5 1400=65;5 1500x=65
ryzen |5 1600=65;5 1600x=95;5 2400g=65;5 2400ge=35;5 2500u=15;5 2500x=65;5 2600=65;5 2600e=45;5 2600h=45
ryzen |5 2600x=95;5 3400g=65;5 3400ge=35;5 3450u=15;5 3500=65;5 3500c=15;5 3500u=15;5 3500x=65;5 3550h=35
ryzen |5 3580u=15;5 3580u microsoft surface edition=15;5 3600=65;5 3600x=95;5 3600xt=95;5 4500=65;5 4500u=15
ryzen |5 4600g=65;5 4600ge=35;5 4600h=45;5 4600hs=35;5 4600u=15;5 4680u microsoft surface edition=15;5 5500=65
ryzen |5 5500gt=65;5 5500h=45;5 5500u=15;5 5560u=15;5 5600=65;5 5600g=65;5 5600ge=35;5 5600gt=65;5 5600h=45
ryzen |5 5600hs=35;5 5600t=65;5 5600u=15;5 5600x=65;5 5600x3d=105;5 5600xt=65;5 5605g=65;5 5605ge=35;5 5625c=15
ryzen |5 5625u=15;5 6600h=45;5 7235hs=45;5 7400f=65;5 7430u=15;5 7500f=65;5 7520c=15;5 7520u=15;5 7530u=15
ryzen |5 7533hs=54;5 7535hs=54;5 7535u=28;5 7540u=28;5 7545u=28;5 7600=65;5 7600x=105;5 7600x3d=65;5 7640hs=54
ryzen |5 7640u=28;5 7645hx=55;5 8400f=65;5 8500g=65;5 8500ge=35;5 8540u=28;5 8600g=65;5 8640hs=28;5 8640u=28
ryzen |5 8645hs=45;5 9600=65;5 9600x=65;5 pro 1500=65;5 pro 1600=65;5 pro 2400g=65;5 pro 2400ge=35
ryzen |5 pro 2500u=15;5 pro 2600=65;5 pro 3350g=65;5 pro 3350ge=35;5 pro 3400g=65;5 pro 3400ge=35
ryzen |5 pro 3500u=15;5 pro 3600=65;5 pro 4650g=65;5 pro 4650ge=35;5 pro 4650u=15;5 pro 4655g=65
ryzen |5 pro 4655ge=35;5 pro 5645=65;5 pro 5650g=65;5 pro 5650ge=35;5 pro 5650u=15;5 pro 5655g=65
ryzen |5 pro 5655ge=35;5 pro 5675u=15;5 pro 6650h=45;5 pro 6650hs=35;5 pro 7530u=15;5 pro 7645=65
ryzen |5 pro 8500g=65;5 pro 8500ge=35;5 pro 8540u=28;5 pro 8600g=65;5 pro 8600ge=35;5 pro 8640hs=28
ryzen |5 pro 8640u=28;5 pro 8645hs=45;7 1700=65;7 1700x=95;7 1800x=95;7 2700=65;7 2700e=45;7 2700u=15
ryzen |7 2700x=105;7 2700x 50th anniversary=105;7 2800h=45;7 3700c=15;7 3700u=15;7 3700x=65;7 3750h=35
ryzen |7 3780u=15;7 3780u microsoft surface edition=15;7 3800x=105;7 3800xt=105;7 4700g=65;7 4700ge=35
ryzen |7 4700u=15;7 4800h=45;7 4800hs=45;7 4800u=15;7 4980u microsoft surface edition=15;7 5700=65;7 5700g=65
ryzen |7 5700ge=35;7 5700u=15;7 5700x=65;7 5700x3d=105;7 5705g=65;7 5705ge=35;7 5800=65;7 5800h=45;7 5800hs=35
ryzen |7 5800u=15;7 5800x=105;7 5800x3d=105;7 5800xt=105;7 5825c=15;7 5825u=15;7 6800h=45;7 6800hs=35
ryzen |7 7435hs=45;7 7700=65;7 7700x=105;7 7730u=15;7 7735hs=54;7 7735u=28;7 7745hx=55;7 7800x3d=120
ryzen |7 7840hs=54;7 7840hx=55;7 7840u=28;7 8700f=65;7 8700g=65;7 8745hx=55;7 8840hs=28;7 8840hx=55;7 8840u=28
ryzen |7 8845hs=45;7 9700x=65;7 9800x3d=120;7 pro 1700=65;7 pro 1700x=95;7 pro 2700=65;7 pro 2700u=15
ryzen |7 pro 2700x=95;7 pro 3700=65;7 pro 3700u=15;7 pro 4750g=65;7 pro 4750ge=35;7 pro 4750u=15;7 pro 5750g=65
ryzen |7 pro 5750ge=35;7 pro 5755g=65;7 pro 5755ge=35;7 pro 5845=65;7 pro 5850u=15;7 pro 5875u=15
ryzen |7 pro 6850h=45;7 pro 6850hs=35;7 pro 7730u=15;7 pro 7745=65;7 pro 8700g=65;7 pro 8700ge=35
ryzen |7 pro 8840hs=28;7 pro 8840u=28;7 pro 8845hs=45;9 3900=65;9 3900x=105;9 3900xt=105;9 3950x=105;9 4900h=54
ryzen |9 4900hs=35;9 5900=65;9 5900hs=35;9 5900hx=45;9 5900x=105;9 5900xt=105;9 5950x=105;9 5980hs=35
ryzen |9 5980hx=45;9 6900hx=45;9 6980hs=35;9 6980hx=45;9 7845hx=55;9 7900=65;9 7900x=170;9 7900x3d=120
ryzen |9 7940hs=54;9 7940hx=55;9 7945hx=55;9 7945hx3d=55;9 7950x=170;9 7950x3d=120;9 8940hx=55;9 8945hs=45
ryzen |9 8945hx=55;9 9850hx=55;9 9900x=120;9 9900x3d=120;9 9950x=170;9 9950x3d=170;9 9955hx=55;9 9955hx3d=55
ryzen |9 pro 3900=65;9 pro 5945=65;9 pro 6950h=45;9 pro 6950hs=35;9 pro 7945=65;9 pro 8945hs=45
ryzen ai |5 340=28;5 pro 340=28;7 350=28;7 pro 350=28;7 pro 360=28;9 365=28;9 hx 370=28;9 hx 375=28
ryzen ai |9 hx pro 370=28;9 hx pro 375=28
ryzen ai max |385=55;390=55
ryzen ai max pro |380=55;385=55;390=55
ryzen ai max+ |395=55
ryzen ai max+ pro |395=55
ryzen threadripper |1900=125;1900x=180;1920=140;1920x=180;1940=180;1940x=180;1950=180;1950x=180;2920x=180
ryzen threadripper |2950x=180;2970wx=250;2990wx=250;3960x=280;3970x=280;3980x=280;3990x=280;7960x=350;7970x=350
ryzen threadripper |7980x=350;9960x=350;9970x=350;9980x=350
ryzen threadripper pro |3945wx=280;3955wx=280;3975wx=280;3995wx=280;5945wx=280;5955wx=280;5965wx=280;5975wx=280
ryzen threadripper pro |5995wx=280;7945wx=350;7955wx=350;7965wx=350;7975wx=350;7985wx=350;7995wx=350;9945wx=350
ryzen threadripper pro |9955wx=350;9965wx=350;9975wx=350;9985wx=350;9995wx=350
sempron |130=45;140=45;145=45;150=45;180=45;2200+=62;2300+=62;2400+=62;2500+=62;2600+=62;2650=25;2800+=62
sempron |3000+=62;3000+ ee sff=35;3100+=25;3200+=62;3200+ ee sff=35;3300+=62;3400+=62;3400+ ee sff=35;3500+=62
sempron |3500+ ee sff=35;3600+=62;3800+=62;3850=25;le-1100=45;le-1150=45;le-1200=45;le-1250=45;le-1300=45
sempron |x2 2100=65;x2 2200=65;x2 2300=65
turion |64 ml-28=32;64 ml-30=35;64 ml-32=35;64 ml-34=35;64 ml-37=35;64 ml-40=35;64 ml-42=35;64 ml-44=35
turion |64 mt-28=22;64 mt-30=22;64 mt-32=25;64 mt-34=25;64 mt-37=25;64 mt-40=25;x2 rm-70=31;x2 rm-72=35
turion |x2 rm-74=35;x2 rm-75=35;x2 rm-77=35;x2 ultra zm-80=32;x2 ultra zm-82=35;x2 ultra zm-84=35
turion |x2 ultra zm-85=35;x2 ultra zm-86=35;x2 ultra zm-87=35;x2 ultra zm-88=35
xeon |3040=65;3050=65;3060=65;3065=65;3070=65;3075=65;3085=65;5020=95;5030=95;5040=95;5050=95;5060=130;5063=95
xeon |5070=130;5080=130;5110=65;5120=65;5130=65;5140=65;5148=40;5150=65;5160=80;5320=185;6315p=55;6325p=55
xeon |6333p=65;6337p=80;6349p=95;6353p=65;6357p=80;6369p=95;6503p-b=110;6505p=150;6507p=150;6511p=150
xeon |6513p-b=130;6515p=150;6516p-b=145;6517p=190;6520p=210;6521p=225;6523p-b=175;6527p=255;6530p=225
xeon |6533p-b=205;6543p-b=160;6546p-b=195;6553p-b=235;6556p-b=215;6563p-b=235;6706p-b=235;6710e=205;6714p=165
xeon |6716p-b=235;6724p=210;6726p-b=235;6728p=210;6730p=250;6731e=250;6731p=245;6732p=350;6736p=205;6737p=270
xeon |6738p=270;6740e=250;6740p=270;6741p=300;6745p=300;6746e=250;6747p=330;6748p=300;6756e=225;6760p=330
xeon |6761p=350;6766e=250;6767p=350;6768p=330;6774p=350;6776p=350;6780e=330;6781p=350;6787p=350;6788p=350
xeon |6944p=350;6952p=400;6960p=500;6972p=500;6979p=500;6980p=500;7020=165;7030=165;7040=165;7041=165;7110m=95
xeon |7110n=95;7120m=95;7120n=95;7130m=150;7130n=150;7140m=150;7140n=150;7150n=150;d-1513n=35;d-1518=35
xeon |d-1520=45;d-1521=45;d-1523n=45;d-1524n=45;d-1527=35;d-1528=35;d-1529=20;d-1531=45;d-1533n=45;d-1537=35
xeon |d-1539=35;d-1540=45;d-1541=45;d-1543n=45;d-1548=45;d-1553n=65;d-1557=45;d-1559=45;d-1567=65;d-1571=45
xeon |d-1577=45;d-1581=65;d-1587=65;d-1602=27;d-1622=40;d-1623n=35;d-1627=45;d-1633n=45;d-1637=55;d-1649n=45
xeon |d-1653n=65;d-1702=25;d-1712tr=40;d-1713nt=45;d-1713nte=45;d-1714=38;d-1715ter=50;d-1718t=46;d-1722ne=36
xeon |d-1726=70;d-1731nte=45;d-1732te=52;d-1733nt=53;d-1734nt=50;d-1735tr=59;d-1736=55;d-1736nt=67;d-1739=83
xeon |d-1746ter=67;d-1747nte=80;d-1748te=65;d-1749nt=90;d-1813nt=42;d-1823nt=55;d-1834=42;d-1844nt=55;d-1846=55
xeon |d-1848ter=57;d-2123it=60;d-2141i=65;d-2142it=65;d-2143it=65;d-2145nt=65;d-2146nt=80;d-2161i=90
xeon |d-2163it=75;d-2166nt=85;d-2173it=70;d-2177nt=105;d-2183it=100;d-2187nt=110;d-2191=86;d-2712t=65
xeon |d-2733nt=80;d-2738=88;d-2739nt=97;d-2745nx=96;d-2752nte=84;d-2752ter=77;d-2753nt=87;d-2757nx=107
xeon |d-2766nt=97;d-2775te=100;d-2776nt=117;d-2777nx=116;d-2779=126;d-2786nte=118;d-2795nt=110;d-2796nt=120
xeon |d-2796te=118;d-2798nt=125;d-2798nx=126;d-2799=129;d-2832nt=70;d-2843nt=80;d-2876nt=100;d-2896nt=117
xeon |d-2896ter=110;d-2899nt=135;e-2104g=65;e-2124=71;e-2124g=71;e-2126g=80;e-2134=71;e-2136=80;e-2144g=71
xeon |e-2146g=80;e-2174g=71;e-2176g=80;e-2176m=45;e-2186g=95;e-2186m=45;e-2224=71;e-2224g=71;e-2226g=80
xeon |e-2226ge=80;e-2234=71;e-2236=80;e-2244g=71;e-2246g=80;e-2254me=45;e-2254ml=25;e-2274g=83;e-2276g=80
xeon |e-2276m=45;e-2276me=45;e-2276ml=25;e-2278g=80;e-2278ge=80;e-2278gel=35;e-2286g=95;e-2286m=45;e-2288g=95
xeon |e-2314=65;e-2324g=65;e-2334=65;e-2336=65;e-2356g=80;e-2374g=80;e-2378=65;e-2378g=80;e-2386g=95;e-2388g=95
xeon |e-2414=55;e-2434=55;e-2436=65;e-2456=80;e-2468=65;e-2478=80;e-2486=95;e-2488=95;e3-1105c=25
xeon |e3-1105c v2=25;e3-1125c=40;e3-1125c v2=40;e3-1135c v2=55;e3-1205 v6=65;e3-1220=80;e3-1220 v2=69
xeon |e3-1220 v3=80;e3-1220 v5=80;e3-1220 v6=72;e3-1220l=20;e3-1220l v2=17;e3-1220l v3=13;e3-1225=95
xeon |e3-1225 v2=77;e3-1225 v3=84;e3-1225 v5=80;e3-1225 v6=73;e3-1226 v3=84;e3-1230=80;e3-1230 v2=69
xeon |e3-1230 v3=80;e3-1230 v5=80;e3-1230 v6=72;e3-1230l v3=25;e3-1231 v3=80;e3-1235=95;e3-1235l v5=25
xeon |e3-1240=80;e3-1240 v2=69;e3-1240 v3=80;e3-1240 v5=80;e3-1240 v6=72;e3-1240l v3=25;e3-1240l v5=25
xeon |e3-1241 v3=80;e3-1245=95;e3-1245 v2=77;e3-1245 v3=84;e3-1245 v5=80;e3-1245 v6=73;e3-1246 v3=84
xeon |e3-1258l v4=47;e3-1260l=45;e3-1260l v5=45;e3-1265l=45;e3-1265l v2=45;e3-1265l v3=45;e3-1265l v4=35
xeon |e3-1268l v3=45;e3-1268l v5=35;e3-1270=80;e3-1270 v2=69;e3-1270 v3=80;e3-1270 v5=80;e3-1270 v6=72
xeon |e3-1270l v4=45;e3-1271 v3=80;e3-1275=95;e3-1275 v2=77;e3-1275 v3=84;e3-1275 v5=80;e3-1275 v6=73
xeon |e3-1275l v3=45;e3-1276 v3=84;e3-1278l v4=47;e3-1280=95;e3-1280 v2=69;e3-1280 v3=82;e3-1280 v5=80
xeon |e3-1280 v6=72;e3-1281 v3=82;e3-1283l v4=47;e3-1284l v4=47;e3-1285 v2=77;e3-1285 v3=84;e3-1285 v4=95
xeon |e3-1285 v6=79;e3-1285l v2=65;e3-1285l v3=65;e3-1285l v4=65;e3-1286 v3=84;e3-1286l v3=65;e3-1290=95
xeon |e3-1290 v2=87;e3-1501l v6=25;e3-1501m v6=45;e3-1505l v5=25;e3-1505l v6=25;e3-1505m v5=45;e3-1505m v6=45
xeon |e3-1515m v5=45;e3-1535m v5=45;e3-1535m v6=45;e3-1545m v5=45;e3-1558l v5=45;e3-1565l v5=35;e3-1575m v5=45
xeon |e3-1578l v5=45;e3-1585 v5=65;e3-1585l v5=45;e3110=65;e3113=65;e3120=65;e5-1410=80;e5-1410 v2=80
xeon |e5-1428l=60;e5-1428l v2=60;e5-1428l v3=65;e5-1603=130;e5-1603 v3=140;e5-1603 v4=140;e5-1607=130
xeon |e5-1607 v2=130;e5-1607 v4=140;e5-1620=130;e5-1620 v2=130;e5-1620 v3=140;e5-1620 v4=140;e5-1630 v3=140
xeon |e5-1630 v4=140;e5-1650=130;e5-1650 v2=130;e5-1650 v3=140;e5-1650 v4=140;e5-1660=130;e5-1660 v2=130
xeon |e5-1660 v3=140;e5-1660 v4=140;e5-1680 v2=130;e5-1680 v3=140;e5-1680 v4=140;e5-2403=80;e5-2403 v2=80
xeon |e5-2407=80;e5-2407 v2=80;e5-2408l v3=45;e5-2418l=50;e5-2418l v2=50;e5-2418l v3=50;e5-2420=95
xeon |e5-2420 v2=80;e5-2428l=60;e5-2428l v2=60;e5-2428l v3=55;e5-2430=95;e5-2430 v2=80;e5-2430l=60
xeon |e5-2430l v2=60;e5-2438l v3=70;e5-2440=95;e5-2440 v2=95;e5-2448l=70;e5-2448l v2=70;e5-2449l=50;e5-2450=95
xeon |e5-2450 v2=95;e5-2450l=70;e5-2450l v2=60;e5-2470=95;e5-2470 v2=95;e5-2603=80;e5-2603 v2=80;e5-2603 v3=85
xeon |e5-2603 v4=85;e5-2608l v3=52;e5-2608l v4=50;e5-2609=80;e5-2609 v2=80;e5-2609 v3=85;e5-2609 v4=85
xeon |e5-2618l=40;e5-2618l v2=50;e5-2618l v3=75;e5-2618l v4=75;e5-2620=95;e5-2620 v2=80;e5-2620 v3=85
xeon |e5-2620 v4=85;e5-2623 v3=105;e5-2623 v4=85;e5-2628l=60;e5-2628l v2=70;e5-2628l v3=75;e5-2628l v4=75
xeon |e5-2630=95;e5-2630 v2=80;e5-2630 v3=85;e5-2630 v4=85;e5-2630l=60;e5-2630l v2=60;e5-2630l v3=55
xeon |e5-2630l v4=55;e5-2637=80;e5-2637 v2=130;e5-2637 v3=135;e5-2637 v4=135;e5-2640=95;e5-2640 v2=95
xeon |e5-2640 v3=90;e5-2640 v4=90;e5-2643=130;e5-2643 v2=130;e5-2643 v3=135;e5-2643 v4=135;e5-2648l=70
xeon |e5-2648l v2=70;e5-2648l v3=75;e5-2648l v4=75;e5-2650=95;e5-2650 v2=95;e5-2650 v3=105;e5-2650 v4=105
xeon |e5-2650l=70;e5-2650l v2=70;e5-2650l v3=65;e5-2650l v4=65;e5-2651 v2=105;e5-2658=95;e5-2658 v2=95
xeon |e5-2658 v3=105;e5-2658 v4=105;e5-2658a v3=105;e5-2660=95;e5-2660 v2=95;e5-2660 v3=105;e5-2660 v4=105
xeon |e5-2665=115;e5-2666 v4=145;e5-2667=130;e5-2667 v2=130;e5-2667 v3=135;e5-2667 v4=135;e5-2670=115
xeon |e5-2670 v2=115;e5-2670 v3=120;e5-2673 v2=110;e5-2673 v3=110;e5-2673 v4=135;e5-2676 v4=145;e5-2679 v4=200
xeon |e5-2680=130;e5-2680 v2=115;e5-2680 v3=120;e5-2680 v4=120;e5-2682 v4=120;e5-2683 v3=120;e5-2683 v4=120
xeon |e5-2686 v4=145;e5-2687w=150;e5-2687w v2=150;e5-2687w v3=160;e5-2687w v4=160;e5-2689=115;e5-2689 v4=165
xeon |e5-2689a v4=145;e5-2690=135;e5-2690 v2=130;e5-2690 v3=135;e5-2690 v4=135;e5-2692 v2=100;e5-2695 v2=115
xeon |e5-2695 v3=120;e5-2695 v4=120;e5-2696 v2=120;e5-2696 v4=150;e5-2697 v2=130;e5-2697 v3=145;e5-2697 v4=145
xeon |e5-2697a v4=145;e5-2698 v3=135;e5-2698 v4=135;e5-2699 v3=145;e5-2699 v4=145;e5-2699a v4=145
xeon |e5-2699c v4=145;e5-2699p v4=300;e5-2699r v4=145;e5-4603=95;e5-4603 v2=95;e5-4607=95;e5-4607 v2=95
xeon |e5-4610=95;e5-4610 v2=95;e5-4610 v3=105;e5-4610 v4=105;e5-4617=130;e5-4620=95;e5-4620 v2=95
xeon |e5-4620 v3=105;e5-4620 v4=105;e5-4624l v2=70;e5-4627 v2=130;e5-4627 v3=135;e5-4627 v4=135;e5-4628l v4=75
xeon |e5-4640=95;e5-4640 v2=95;e5-4640 v3=105;e5-4640 v4=105;e5-4648 v3=105;e5-4650=130;e5-4650 v2=95
xeon |e5-4650 v3=105;e5-4650 v4=105;e5-4650l=115;e5-4655 v3=135;e5-4655 v4=135;e5-4657l v2=115;e5-4660 v3=120
xeon |e5-4660 v4=120;e5-4667 v3=135;e5-4667 v4=135;e5-4669 v3=135;e5-4669 v4=135;e5205=65;e5220=65;e5240=65
xeon |e5310=80;e5320=80;e5330=80;e5335=80;e5340=80;e5345=80;e5350=120;e5405=80;e5410=80;e5420=80;e5430=80
xeon |e5440=80;e5450=80;e5462=80;e5472=80;e5502=80;e5503=80;e5504=80;e5506=80;e5507=80;e5520=80;e5530=80
xeon |e5540=80;e5603=80;e5606=80;e5607=80;e5620=80;e5630=80;e5640=80;e5645=80;e5649=80;e6510=105;e6540=105
xeon |e7-2803=105;e7-2820=105;e7-2830=105;e7-2850=130;e7-2850 v2=105;e7-2860=130;e7-2870=130;e7-2870 v2=130
xeon |e7-2880 v2=130;e7-2890 v2=155;e7-4807=95;e7-4809 v2=105;e7-4809 v3=115;e7-4809 v4=115;e7-4820=105
xeon |e7-4820 v2=105;e7-4820 v3=115;e7-4820 v4=115;e7-4830=105;e7-4830 v2=105;e7-4830 v3=115;e7-4830 v4=115
xeon |e7-4850=130;e7-4850 v2=105;e7-4850 v3=115;e7-4850 v4=115;e7-4860=130;e7-4860 v2=130;e7-4870=130
xeon |e7-4870 v2=130;e7-4880 v2=130;e7-4890 v2=155;e7-8830=105;e7-8837=130;e7-8850=130;e7-8850 v2=105
xeon |e7-8855 v4=140;e7-8857 v2=130;e7-8860=130;e7-8860 v3=140;e7-8860 v4=140;e7-8867 v3=165;e7-8867 v4=165
xeon |e7-8867l=105;e7-8870=130;e7-8870 v2=130;e7-8870 v3=140;e7-8870 v4=140;e7-8880 v2=130;e7-8880 v3=150
xeon |e7-8880 v4=150;e7-8880l v2=105;e7-8880l v3=115;e7-8890 v2=155;e7-8890 v3=165;e7-8890 v4=165
xeon |e7-8891 v2=155;e7-8891 v3=165;e7-8891 v4=165;e7-8893 v2=155;e7-8893 v3=140;e7-8893 v4=140;e7-8894 v4=165
xeon |e7-8895 v2=155;e7210=80;e7220=80;e7310=80;e7320=80;e7330=80;e7340=80;e7420=90;e7430=90;e7440=90;e7450=90
xeon |e7458=90;e7520=105;e7530=105;e7540=105;l3014=30;l3110=45;l3360=65;l3403=30;l3406=30;l3426=45;l5215=20
xeon |l5238=35;l5240=40;l5248=55;l5310=50;l5318=40;l5320=50;l5335=50;l5408=40;l5410=50;l5420=50;l5430=50
xeon |l5506=60;l5508=38;l5518=60;l5520=60;l5530=60;l5609=40;l5618=40;l5630=40;l5638=60;l5639=60;l5640=60
xeon |l5645=60;l7345=50;l7445=50;l7455=65;l7545=95;l7555=95;w-1250=80;w-1250e=80;w-1250p=125;w-1250te=35
xeon |w-1270=80;w-1270e=80;w-1270p=125;w-1270te=35;w-1290=80;w-1290e=95;w-1290p=125;w-1290t=35;w-1290te=35
xeon |w-1350=80;w-1350p=125;w-1370=80;w-1370p=125;w-1390=80;w-1390p=125;w-1390t=35;w-2102=120;w-2104=120
xeon |w-2123=120;w-2125=120;w-2133=140;w-2135=140;w-2140b=120;w-2145=140;w-2150b=120;w-2155=140;w-2175=140
xeon |w-2191b=140;w-2195=140;w-2223=120;w-2225=105;w-2235=130;w-2245=155;w-2255=165;w-2265=165;w-2275=165
xeon |w-2295=165;w-3175x=255;w-3223=160;w-3225=160;w-3235=180;w-3245=205;w-3245m=205;w-3265=205;w-3265m=205
xeon |w-3275=205;w-3275m=205;w-3323=220;w-3335=250;w-3345=250;w-3365=270;w-3375=270;w-3503=130;w-3505=130
xeon |w-3520=130;w-3530=130;w-3540=130;w-3550=130;w-3565=130;w-3570=130;w-3580=130;w7-2495x=225;x3210=100
xeon |x3220=100;x3230=100;x3320=95;x3323=80;x3330=95;x3350=95;x3353=80;x3360=95;x3363=80;x3370=95;x3380=95
xeon |x3430=95;x3440=95;x3450=95;x3460=95;x3470=95;x3480=95;x5260=80;x5270=80;x5272=80;x5355=120;x5365=120
xeon |x5450=120;x5460=120;x5470=120;x5472=120;x5482=150;x5492=150;x5550=95;x5560=95;x5570=95;x5647=130;x5650=95
xeon |x5660=95;x5667=95;x5670=95;x5672=95;x5675=95;x5677=130;x5679=115;x5680=130;x5687=130;x5690=130;x5698=130
xeon |x6550=130;x7350=130;x7460=130;x7542=130;x7550=130;x7560=130
xeon bronze |3104=85;3106=85;3204=85;3206r=85;3408u=125;3508u=125
xeon gold |5115=85;5117=105;5117f=113;5118=105;5119t=85;5120=105;5120t=105;5122=105;5213w=100;5215=85;5215l=85
xeon gold |5215m=85;5215r=100;5216w=160;5217=115;5218=125;5218b=125;5218n=110;5218r=125;5218t=105;5219y=125
xeon gold |5220=125;5220r=150;5220s=125;5220t=105;5222=105;5315y=140;5317=150;5318h=150;5318n=150;5318s=165
xeon gold |5318y=165;5320=185;5320h=150;5320t=150;5403n=115;5411n=165;5412u=185;5415+=150;5416s=150;5418n=165
xeon gold |5418y=185;5420+=205;5423n=145;5433n=160;5512u=185;5515+=165;5520+=205;6122=120;6126=125;6126f=135
xeon gold |6126t=125;6127m=145;6128=115;6130=125;6130f=135;6130h=125;6130t=125;6131=205;6132=140;6133=150
xeon gold |6134=130;6134m=130;6135=155;6135m=155;6136=150;6137=205;6137m=205;6138=125;6138f=135;6138p=195
xeon gold |6138t=125;6139=135;6139m=135;6140=140;6140m=140;6142=150;6142f=160;6142m=150;6143=165;6144=150
xeon gold |6145=145;6146=165;6147m=150;6148=150;6148f=160;6149=205;6150=165;6151=205;6152=140;6154=200;6155=200
xeon gold |6159=145;6161=165;6162=150;6164=150;6208u=150;6209u=125;6210u=150;6212u=165;6222=115;6222v=115
xeon gold |6226=125;6226r=150;6230=125;6230n=125;6230r=150;6230t=125;6231=185;6231c=185;6233=165;6234=130
xeon gold |6238=140;6238l=140;6238m=140;6238r=165;6238t=125;6240=150;6240c=150;6240l=150;6240m=150;6240r=165
xeon gold |6240y=150;6241w=205;6242=150;6242r=205;6244=150;6245w=180;6246=165;6246r=205;6248=150;6248r=205
xeon gold |6250=185;6250l=185;6252=150;6252n=150;6253cl=205;6253w=200;6254=200;6256=205;6258r=205;6261=205
xeon gold |6262=135;6262v=135;6263cy=205;6266c=205;6267=165;6267c=165;6268cl=205;6269y=240;6271c=165;6273c=165
xeon gold |6278c=185;6290=240;6312u=185;6314u=205;6326=185;6328h=165;6328hl=165;6330=205;6330h=150;6330n=165
xeon gold |6334=165;6336y=185;6338=205;6338n=185;6338t=165;6342=230;6346=205;6348=235;6348h=165;6354=205
xeon gold |6403n=185;6414u=250;6416h=165;6418h=185;6421n=185;6423n=195;6426y=185;6428n=185;6430=270;6433n=205
xeon gold |6433ne=205;6434=195;6434h=195;6438m=205;6438n=205;6438y+=205;6442y=225;6443n=195;6444y=270;6448h=250
xeon gold |6448y=225;6454s=270;6458q=350;6526y=195;6530=270;6534=195;6538n=205;6538y+=225;6542y=250;6544y=270
xeon gold |6548n=250;6548y+=250;6554s=270;6558q=350
xeon max |9460=350;9462=350;9468=350;9470=350;9480=350
xeon mp |1.4=64;1.5=48;1.6=72;1.9=55;2.0=57;2.2=65;2.5=66;2.7=80;2.8=72;2.83=135;3.0=129;3.00=135;3.16=135
xeon mp |3.33=135;3.50=135;3.66=135;7020=135;7030=135;7040=135;7041=135
xeon phi |3110x=300;3120a=300;3120p=300;31s1p=270;5110p=225;5120d=245;7110p=300;7110x=300;7120a=300;7120d=270
xeon phi |7120p=300;7120x=300;7210=215;7210f=230;7230=215;7230f=230;7235=250;7250=215;7250f=230;7285=250
xeon phi |7290=245;7290f=260;7295=320;se10p=300;se10x=300
xeon platinum |8124m=240;8151=240;8153=125;8156=105;8157m=145;8158=150;8160=150;8160f=160;8160h=150;8160m=150
xeon platinum |8160t=150;8163=165;8164=150;8165=165;8167m=165;8168=205;8170=165;8170m=165;8171m=165;8172m=205
xeon platinum |8173m=165;8174=240;8175m=240;8176=165;8176f=173;8176m=165;8179m=240;8180=205;8180m=205;8222l=200
xeon platinum |8249c=150;8251=240;8253=125;8255c=165;8256=105;8259cl=210;8259l=210;8260=165;8260l=165;8260m=165
xeon platinum |8260y=165;8263c=165;8267w=205;8268=205;8269cy=205;8270=205;8272cl=195;8272l=195;8273cl=165
xeon platinum |8274=240;8275cl=240;8276=165;8276l=165;8276m=165;8279w=205;8280=205;8280l=205;8280m=205;8284=240
xeon platinum |8347c=210;8351n=225;8352m=185;8352s=205;8352v=195;8352y=205;8353h=150;8354h=205;8356h=190
xeon platinum |8357c=240;8358=250;8358p=240;8360h=225;8360hl=225;8360y=250;8362=265;8368=270;8368q=270
xeon platinum |8370c=205;8372c=300;8373c=300;8375c=300;8376h=205;8376hl=205;8380=270;8380h=250;8380hl=250
xeon platinum |8444h=270;8450h=250;8452y=300;8454h=270;8458p=350;8460h=330;8460y+=300;8461v=300;8462y+=300
xeon platinum |8468=350;8468h=330;8468v=330;8470=350;8470n=300;8470q=350;8471n=300;8480+=350;8490h=350;8558=330
xeon platinum |8558p=350;8558u=300;8562y+=300;8568y+=350;8570=350;8571n=300;8580=350;8581v=270;8592+=350
xeon platinum |8592v=330;8593q=385;9221=250;9222=250;9242=350;9282=400
xeon silver |4106h=85;4108=85;4109t=70;4110=85;4112=85;4114=85;4114t=85;4116=85;4116t=85;4123=105;4208=85
xeon silver |4209t=70;4210=85;4210r=100;4210t=95;4211w=100;4213w=115;4214=85;4214r=100;4214y=85;4215=85
xeon silver |4215r=130;4216=100;4216r=125;4309y=105;4310=120;4310t=105;4314=135;4316=150;4410t=150;4410y=150
xeon silver |4416+=165;4509y=125;4510=150;4510t=115;4514y=150;4516y+=185
`),([e,t])=>[e,Number(t)])),Me=()=>(Ae??=je()).keys(),Ne=e=>(Ae??=je()).get(e),Pe=[[/^(epyc \d\w\d\d)p$/,`$1`,`the one-socket variant of the same chip`],[/^(epyc \d{4})v$/,`$1`,`the same number with a letter of the cloud`],[/^(epyc [79]\d{3})$/,`$1p`,`the same chip as its one-socket variant`],[/^(xeon (?:gold|platinum) \d{4})[lm]$/,`$1`,`the same chip with support for more memory`],[/^(xeon (?:silver|gold|platinum) [3-9][12]\d\d)[fhtn]$/,`$1`,`the same cores with a fabric port or for other temperatures`],[/^(xeon (?:gold|platinum) \d{4}[a-z]?)\+$/,`$1`,`the same number without a plus`],[/^ryzen (\d) (\d{4}\w*)$/,`ryzen $1 pro $2`,`the PRO variant of the same chip`],[/^ryzen (\d) pro (\d{4}\w*)$/,`ryzen $1 $2`,`the variant without PRO of the same chip`],[/^(core i\d-\d{4,5}k?)f$/,`$1`,`the same chip with graphics`],[/^(core i\d-\d{5}k)s$/,`$1`,`the same chip at a lower clock`],[/^(ryzen \d \d{4}x)3d$/,`$1`,`the same chip without stacked cache`]],Fe=e=>{let t=Ee(e)??ke(e),n=t?.tdpWatts??Ne(e);if(t!==void 0||n!==void 0)return{tdpWatts:n,cores:t?.cores,threadsPerCore:t?.threads===void 0?void 0:t.threads/t.cores}},Ie=e=>{for(let[t,n,r]of Pe){if(!t.test(e))continue;let i=e.replace(t,n),a=Fe(i);if(a!==void 0)return{key:i,reason:r,facts:a}}},F=e=>{let t=Fe(e);if(t===void 0||t.cores!==void 0)return t;let{cores:n,threadsPerCore:r}=Ie(e)?.facts??t;return{...t,cores:n,threadsPerCore:r}},Le={mobile:[[/^xeon/,45],[/^(?:core i3-)?n\d{2,3}$/,10],[/^(?:atom|celeron|pentium)/,10],[/^(?:cortex-a|raspberry)/,6],[/^core m/,5],[/^gx-/,12],[/(?:hx|hx3d)$/,55],[/\d(?:h|hk|hs|hq|qm|mq|mx|xm)$/,45],[/\d(?:p)$/,28],[/\d(?:g\d|u|v|um)$/,15],[/\d(?:m)$/,35],[/\d(?:y)$/,7],[/^ryzen ai max/,55]],desktop:[[/^(?:phenom|athlon ii|pentium [4d])/,95],[/^core i7-9\d\d$/,130],[/threadripper/,280],[/^xeon w?[3579]?-?[23]\d{3}|^xeon 6\d\dx/,250],[/\d(?:k|kf|ks|x|xe|x3d)$/,125],[/\d(?:t|te|ge)$/,35]]},Re={mobile:28,desktop:65},ze=(e,{segment:t,make:n})=>{if(t!==`server`&&n!==`apple`)return Le[t].find(([t])=>t.test(e))?.[1]??Re[t]},Be=[[/\bampere-1[abc]?\b/g,`ampereone`],[/[®™©]|\((?:r|tm|c)\)/g,` `],[/\([^)]*\)?|\[[^\]]*\]?/g,` `],[/[,;].*$/g,` `],[/\b(?:with|w\/)\s*radeon.*$/g,` `],[/\bradeon r\d.*$/g,` `],[/@?\s*\b\d+(?:[.]\d+)?\s*[gm]hz\b/g,` `],[/\b\d{1,3}(?:[.]\d+)?\s*(?:mb|kb|gt\/s|mt\/s|w)\b(?:\s*l[23]\b)?(?:\s*cache\b)?/g,` `],[/\b\d{1,3}c(?:\/\d+t)?\b/g,` `],[/\b\d{1,3}-(?:c(?:o(?:re?)?)?|core .*)?$/g,` `],[/\b(?:\d+|single|dual|triple|quad|six|eight|twelve|sixteen|multi)[- ]?cores?\b/g,` `],[/\b64[- ]?bit\b/g,` `],[/\b(?:cpu|cpus|processor|processors|soc|apu|genuine|authentic|family|eng sample)\b/g,` `],[/\b\d+-?th gen\b/g,` `],[/[@"'`]/g,` `]],Ve=/\b(?:aws|microsoft|azure|google|nvidia|huawei|hisilicon|intel|amd|advanced micro devices|ampere(?:computing)?|arm|apple|genuineintel|authenticamd)\b/g,He=[[/\bfx -(?=\d{4})/,`fx-`],[/\b(e[357])- (?=\d{4})/,`$1-`],[/\bxeon e3(?=1\d{3})/,`xeon e3-`],[/\bepyc embedded (?=[4789])/,`epyc `],[/\bxeon-(?=bronze|silver|gold|platinum|[dew]-?\d)/,`xeon `],[/\be([357])[ -]?(\d{4})([a-z]{0,3}?) ?v ?(\d)\b/g,`e$1-$2$3 v$4`],[/\be([357])[ -](\d{4}[a-z]{0,3})\b/g,`e$1-$2`],[/\b(e[57]-\d{4}[a-z]{0,2}) 0$/,`$1`],[/^(e[357]-\d{4})/,`xeon $1`],[/\bxeon ([edw]) (?=\1-?\d{4})/,`xeon `],[/\bxeon ([edw]) (\d{4})/,`xeon $1-$2`],[/\bxeon ([dw])(\d{4})/,`xeon $1-$2`],[/\bxeon (?:6 |gold |platinum |silver )(6[3579]\d\dp(?:-b)?|6[79]\d\de)\b/,`xeon $1`],[/\bxeon ((?:8[1-5]|9[2-5])\d\d(?!p|e\b)[a-z+]*)/,`xeon platinum $1`],[/\bxeon (6[1-5]\d\d(?!p|e\b)[a-z+]*)(?![\w-])/,`xeon gold $1`],[/\bi([3579]) (\d{3,5}[a-z]*\d?[a-z]*)\b/g,`i$1-$2`],[/^i([3579])-/,`core i$1-`],[/\b(opteron \d{4}) ?(he|ee|se)\b/,`$1$2`],[/\b(i[357]) ([mqul]) (\d{3})\b/,`$1-$3$2`],[/\bcore 2\b/g,`core2`],[/\baltra max m/g,`altra m`],[/\bneoverse[ -]([nve])(\d)\b/g,`neoverse-$1$2`],[/\bcobalt-?100\b/g,`cobalt 100`],[/\bepyc-(?=\d)/g,`epyc `],[/\bgraviton ?(\d)/g,`graviton$1`]],I=e=>{let t=e.toLowerCase().replaceAll(/[®™©]/g,` `).normalize(`NFKC`);for(let[e,n]of Be)t=t.replaceAll(e,n);t=t.replaceAll(Ve,` `).replaceAll(/\s+/g,` `).trim();for(let[e,n]of He)t=t.replace(e,n);return t.replaceAll(/\s+/g,` `).trim()},Ue=/(\d+(?:\.\d+)?)\s*([gm])hz/,L=e=>{let t=Ue.exec(e.toLowerCase().replaceAll(/\([^)]*\)?/g,` `));if(t!==null)return Math.round(Number(t[1])*(t[2]===`g`?1e3:1))},R=new Map(Object.entries({single:1,dual:2,triple:3,quad:4,six:6,eight:8,twelve:12,sixteen:16})),We=new RegExp(String.raw`\b(?:(\d{1,3})|(${[...R.keys()].join(`|`)}))-cores?\b`),Ge=e=>{let[,t,n=``]=We.exec(e.toLowerCase())??[];return t===void 0?R.get(n):Number(t)||void 0},Ke=[[/\b(?:amd|epyc|opteron|ryzen|athlon|phenom|threadripper|hygon|dhyana)\b/i,`amd`],[/\b(?:intel|xeon|core|pentium|celeron|atom)\b/i,`intel`],[/\b(?:arm|armv\d|aarch64|ampere|altra|neoverse|cortex|graviton|cobalt|grace|kunpeng|thunderx)/i,`arm`]],z=e=>Ke.find(([t])=>t.test(e))?.[1],qe=/^(?:epyc|ai|hx|pro|[a-z]*\d[\w+-]*|v\d|hl|he|ee|se)$/,B={altra:`Altra`,ampereone:`AmpereOne`,"max+":`Max+`},V=(e,t)=>{let n=e.split(` `).map(e=>/^v\d$/.test(e)?e:Object.hasOwn(B,e)?B[e]??e:/^[dew]-\d/.test(e)?e.toUpperCase():/^w\d-/.test(e)?`w${e.slice(1).toUpperCase()}`:/^i[3579]-/.test(e)?`i${e.slice(1).toUpperCase()}`:/^(?:neoverse|graviton|cortex)/.test(e)?e.replaceAll(/^.|-[a-z]/g,e=>e.toUpperCase()):e===`pro`&&t===`apple`?`Pro`:qe.test(e)?e.toUpperCase():(e[0]??``).toUpperCase()+e.slice(1));return`${t===void 0?``:{intel:`Intel `,amd:`AMD `,apple:`Apple `,arm:``}[t]}${n.join(` `)}`},Je=new Set(`am3 am4 am5 sp4 sp6 xeon-d lga775 lga1150 lga1151 lga1155 lga1156 lga1200 lga1700 lga1851 lga2066 ampereone`.split(` `)),Ye=[/^epyc \w{4}p[nx]?$/,/^xeon e5-1\d{3}/,/^xeon (?:bronze|silver|gold|platinum) \d{4}u$/,/^xeon phi/,/^xeon w3[56]\d\d/,/^opteron 1\d{3}/],Xe=(e,t)=>t.segment!==`server`||Je.has(t.platform)||Ye.some(t=>t.test(e)),H=e=>e.replaceAll(/\D/g,``),Ze=t=>{let n=I(t),r=H(n);if(r.length<3)return;let i=[...Me()].filter(e=>H(e)===r),[a]=e(n,i,1,2);return a===void 0?void 0:V(a,E(a)?.make)},U=(e,t=null)=>{let n=Qe(G(e,t),t),{key:r,generation:i}=n,a=r!==void 0&&i!==void 0&&Xe(r,i);return{...n,cores:n.cores??Ge(e)??Se(n.key??I(e))?.cores,threadsPerCore:n.threadsPerCore??(n.cores===void 0?Se(n.key??I(e))?.threadsPerCore:void 0),sockets:n.sockets??(a?1:void 0)}},Qe=(e,t)=>{let n=e.how===`none`&&t!==null?M(t):null;return n===null?e:W(e.name||`a CPU without a name`,n)},W=(e,{substitute:t,reason:n})=>{let r=G(t),i=`${e} is counted as ${r.name}: ${n}`;return{...r,how:`guess`,isSubstitute:!0,explanation:i}},G=(e,t=null)=>{let n=be(e,t);if(n!==void 0)return W(e.trim(),n);let r=I(e),i={key:void 0,generation:void 0,tdpWatts:void 0,cores:void 0},a={threadsPerCore:void 0,sockets:void 0,isSubstitute:!1},o=e.trim();if(r===``)return{name:o,how:`none`,explanation:o===``?`no name is given`:`the name says nothing about the chip`,...i,...a};let s=he(r);if(s!==void 0){let{substitute:e,reason:t,cores:n,threadsPerCore:i,sockets:a,tdpWatts:o}=s,c=E(e),l=s.name??V(r,c?.make);return{name:l,how:`alias`,explanation:`${l} is counted as ${V(e,c?.make)}: ${t}`,key:e,generation:c,isSubstitute:!0,tdpWatts:o??F(e)?.tdpWatts,cores:n,threadsPerCore:i,sockets:a}}let c=E(r),l=F(r);if(l!==void 0&&c!==void 0){let e=V(r,c.make);return{name:e,how:`exact`,explanation:`${e} by its own name`,key:r,generation:c,...a,...l}}let u=Ie(r);if(u!==void 0){let e=V(u.key,c?.make);return{name:e,how:`alias`,explanation:`${o} is counted as ${e}: ${u.reason}`,key:u.key,generation:c,...a,...u.facts}}if(c!==void 0){let e=ze(r,c),t=e===void 0?``:`; a TDP of ${e} W is assumed`,n=`${o} is in no table; by its number it is of the generation ${c.id} (${c.year})${t}`,s=V(r,c.make);return{...i,name:s,how:`guess`,explanation:n,key:r,generation:c,...a,tdpWatts:e}}if(l!==void 0){let e=`${o} by its own name; its generation is unknown`;return{name:V(r,void 0),how:`exact`,explanation:e,key:r,generation:c,...a,...l}}return{name:o,how:`none`,explanation:`${o} is in no table and its number fits no generation`,...i,...a}},$e=(e,t)=>{let{idleWatts:n,fullWatts:i,basis:a}=e,s=c.map(e=>{let t=(e/100)**.8,r=n+(i-n)*t,a=1.8+-.30000000000000004*t;return{watts:r,low:r/a,high:r*a}});return{points:r(s),method:`line from idle to full power of a desktop or laptop machine, by its published or thermal power`,basis:a,memoryWatts:o(t,n)}},et=e=>({idleWatts:4+.1*e,fullWatts:4+1.25*e,basis:`TDP of ${e} W, without any measurement`}),tt=(e,t)=>({idleWatts:22+.15*e,fullWatts:t/.87+20,basis:`package power limit of ${Number(t.toFixed(0))} W (TDP ${e} W), board and supply; without a graphics card`}),K=e=>e*e,nt=(e,t)=>e===``||t===``?.5:+(e===t),rt=(e,t,n)=>{let{alike:r,same:i,sameAndNear:a}=e,o=K(t.features.chips-n.features.chips),s=K(t.features.coresPerChip-n.features.coresPerChip),c=K(t.features.tdpPerChip-n.features.tdpPerChip),l=K(t.features.memoryPerChip-n.features.memoryPerChip),u=K(t.features.year-n.features.year),d=r.variance*Math.exp(-.5*(o/K(r.chips)+s/K(r.coresPerChip)+c/K(r.tdpPerChip)+l/K(r.memoryPerChip)+K(t.features.clock-n.features.clock)/K(r.clock)+K(t.features.generationYear-n.features.generationYear)/K(r.generationYear)+K(t.features.top-n.features.top)/K(r.top)+K(t.features.threads-n.features.threads)/K(r.threads)+u/K(r.year))),f=nt(t.machine.make,n.machine.make);f>0&&(d+=f*e.maker.variance*Math.exp(-.5*u/K(e.maker.year)));let p=t.machine.generation,m=n.machine.generation;if(p===void 0||m===void 0||p.platform!==m.platform)return d;let h=Math.exp(-.5*(l/K(a.memoryPerChip)+u/K(a.year)));return d+=i.platform+a.platform*h,t.machine.cpuKey!==void 0&&t.machine.cpuKey===n.machine.cpuKey&&(d+=i.cpu+a.cpu*h),d},it=[2022,2024],at=e=>it.filter(t=>e>=t).length,ot=[`chips`,`coresPerChip`,`tdpPerChip`,`memoryPerChip`,`clock`],st={first:.14,further:.03},ct=new WeakMap,lt=e=>{let t=ot.map(t=>{let n=e.points.map(({features:e})=>e[t]);return[Math.min(...n),Math.max(...n)]});return ct.set(e,t),t},ut=new WeakMap,dt=e=>{let t=Math.max(...e.points.map(({machine:e})=>e.year));return ut.set(e,t),t},ft=(e,t)=>{let n=Math.min(4,t-(ut.get(e)??dt(e)));return n<=0?0:(st.first+st.further*(n-1))**2},pt=(e,t)=>(ct.get(e)??lt(e)).reduce((e,[n,r],i)=>{let a=t[ot[i]??`chips`];return e+(Math.max(0,n-a,a-r)*.22)**2},0),q={sockets:void 0,coresPerSocket:void 0,threadsPerCore:void 0,tdpWatts:void 0,mhz:void 0,memoryPerSocketGb:void 0,year:void 0},J=(e,t)=>{let n=e.toSorted((e,n)=>t(e)-t(n)),r=e.reduce((e,t)=>e+t.servers,0)/2;for(let e of n)if(r-=e.servers,r<=0)return t(e);return NaN},Y=(e,t,n)=>{let r=J(e,t),i=e=>(n===`ratio`?Math.log2(t(e)/r):t(e)-r)**2,a=e.reduce((e,t)=>e+t.servers,0),o=e.reduce((e,t)=>e+t.servers*i(t),0)/a;return{value:r,deviation:Math.max(Math.sqrt(o),.25)}},mt=({machine:e})=>e.memoryGb/e.sockets,ht=(e,t)=>{let{cpuKey:n,generation:r}=t;if(r===void 0)return q;let i=n===void 0?[]:e.filter(e=>e.machine.cpuKey===n);if(i.length>0)return{sockets:J(i,e=>e.machine.sockets),coresPerSocket:J(i,e=>e.machine.coresPerSocket),threadsPerCore:J(i,e=>e.machine.threadsPerCore),tdpWatts:J(i,e=>e.machine.tdpWatts),mhz:J(i,e=>e.machine.mhz),memoryPerSocketGb:Y(i,mt,`ratio`),year:Y(i,e=>e.machine.year,`difference`)};let a=e.filter(({machine:e})=>e.generation?.id===r.id&&e.generation.platform===r.platform);return a.reduce((e,t)=>e+t.servers,0)<3?q:{...q,sockets:J(a,e=>e.machine.sockets),memoryPerSocketGb:Y(a,mt,`ratio`),year:Y(a,e=>e.machine.year,`difference`)}},gt=(e,t)=>{let{logs:n,variance:i,completion:a,nearness:s,servers:l}=yt(e,t),u=e.spreads[s][at(a.machine.year)]??[],d=r(c.map((e,t)=>_t(n[t]??0,i[t]??0,u[t])));return{curve:{points:d,method:`power model of a whole server, fitted to published wall-power measurements`,basis:e.source,memoryWatts:o(a.machine.memoryGb,d[0]?.watts??0)},completion:a,nearness:s,servers:l}},_t=(e,t,n=vt)=>{let r=Math.sqrt(t)*1.645;return{watts:Math.exp(e),low:Math.exp(e-Math.hypot(n.low,r)),high:Math.exp(e+Math.hypot(n.high,r))}},vt={low:-1,high:1},yt=(e,t)=>{let n=ht(e.points,t),r=_(e.imputation,t,n),i=bt(r.machine),a=xt(e,i),o=pt(e,i.features)+ft(e,r.machine.year);return{logs:a,variance:St(e,t,n,r,a).map(e=>e+o),completion:r,...Ct(e,r.machine,t.isSubstitute===!0)}},bt=e=>({machine:e,features:C(e)}),xt=(e,t)=>{let n=w(t.features),[r=0]=X(e,e.idle,t,n,0),[i=0]=X(e,e.full,t,n,1),a=Math.max(i,r-Math.log(.9)),o=X(e,e.shape,t,n,2);return[r,...e.mix.map((e,t)=>e.idle*r+e.full*a+e.constant+(o[t]??0)),a]},X=(e,t,n,r,i)=>{let a=t.outputs.map(({mean:e,linear:t})=>t.reduce((e,t,n)=>e+t*(r[n]??0),e));for(let r of e.points){let e=rt(t.kernel,n,r);for(let t=0;t<a.length;t++)a[t]=(a[t]??0)+e*(r.weights[i+t]??0)}return a},St=(e,t,n,{machine:r,assumed:i},a)=>{let o=a.map(()=>0);for(let{quantity:s,deviation:c}of i){let i=s===`year`?r.year+c:r[s]*2**c,l=_(e.imputation,{...t,[s]:i},n),u=xt(e,bt(l.machine));for(let e=0;e<o.length;e++)o[e]=(o[e]??0)+((u[e]??0)-(a[e]??0))**2}return o},Ct=(e,t,n)=>{let{cpuKey:r,generation:i}=t;if(i===void 0)return{nearness:`unknown`,servers:0};let a=0,o=0,s=0;for(let{machine:n,servers:c}of e.points){r!==void 0&&n.cpuKey===r&&(a+=c);let{id:e,platform:l}=n.generation??{};e===i.id&&l===i.platform&&(o+=c),n.make===t.make&&(s+=c)}return a>0&&!n?{nearness:a<4?`few`:`cpu`,servers:a}:o>0?{nearness:`generation`,servers:o}:s>0?{nearness:`maker`,servers:s}:{nearness:`unknown`,servers:0}},wt=[[/^core i9-1[34]\d{3}ks/,320],[/^core i[79]-1[34]\d{3}kf?$/,253],[/^core i5-1[34]\d{3}kf?$/,181],[/^core i[79]-1[34]\d{3}f?$/,219],[/^core i5-1[34][56]\d{2}f?$/,154],[/^core i5-1[34]4\d{2}f?$/,148],[/^core i9-12\d{3}k[sf]?$/,241],[/^core i7-12\d{3}kf?$/,190],[/^core i5-12\d{3}kf?$/,150],[/^core i9-12\d{3}f?$/,202],[/^core i7-12\d{3}f?$/,180],[/^core i5-12\d{3}f?$/,117],[/^core ultra [79] 2\d{2}kf?$/,250],[/^core ultra 5 2\d{2}kf?$/,159],[/^core i[579]-11\d{3}kf?$/,251],[/^core i9-10\d{3}kf?$/,250],[/^core i7-10\d{3}kf?$/,229],[/^core i5-10\d{3}kf?$/,182]],Tt=(e,{make:t,platform:n},r,i)=>{let a=wt.find(([t])=>t.test(e))?.[1],o=1;t===`intel`?o=1.25:/^am[45]$/.test(n)&&(o=1.35);let s=a??o*r;return i===void 0?s:Math.max(r,Math.min(s,32*i))},Et=.5,Z=(e,t)=>e!==void 0&&t!==void 0&&(e>t*2||e*2<t),Dt=(e,t,n)=>{if(e===t)return!0;let r=e/t;return n===void 0?r>1?Number.isInteger(r)&&r<=8:r>=Et:r<=n&&r>=n*Et},Ot=({year:e},{generation:t})=>t!==void 0&&e!==void 0&&e+2<t.year,kt=(e,t)=>{let n=[];if(t.how!==`exact`&&t.how!==`alias`||t.isSubstitute||Ot(e,t))return{spec:e,contradictions:n};let r={...e},i=(t,i)=>{n.push({quantity:t,given:e[t]??0,own:i}),r[t]=void 0},{cores:a,tdpWatts:o}=t,s=t.threadsPerCore??2;if(a!==void 0&&r.cores!==void 0&&!Dt(r.cores,a,r.sockets)&&i(`cores`,`${a} cores`),r.threads!==void 0&&r.cores!==void 0){let e=r.threads/r.cores,n=t.threadsPerCore??8;(e>n||e<1)&&i(`threads`,n===1?`a thread for each core`:`1 to ${n} threads for each core`)}else a!==void 0&&r.threads!==void 0&&!Dt(r.threads/s,a,r.sockets)&&i(`threads`,`${a*s} threads`);Z(r.tdpWatts,o)&&i(`tdpWatts`,`${o} W`);let c=L(e.cpuName??``);return Z(r.mhz,c)&&i(`mhz`,`${c} MHz`),{spec:r,contradictions:n}},At=(e,t)=>{let{generation:n}=t;return Ot(e,t)?{...e,make:z(e.cpuName??``)}:{...e,cpuKey:t.key,isSubstitute:t.isSubstitute,generation:n,make:z(e.cpuName??``),tdpWatts:e.tdpWatts??t.tdpWatts,mhz:e.mhz??L(e.cpuName??``),coresPerSocket:t.cores,threadsPerCore:t.threadsPerCore,usualSockets:t.sockets}},Q=(e,t=U(e.cpuName??``),{conditions:n=`field`,readings:r}={})=>{let{spec:a}=kt(e,t),o=jt(e,a,t);if(o!==null){let e=$e(o,a.memoryGb);return s(r)?l(e,r,{conditions:`benchmark`}):e}let{curve:c,nearness:u,servers:d,completion:f}=gt(k(),At(a,t)),p=`${d} measured server${d===1?``:`s`}`,m={cpu:`${p} with this CPU`,few:`${p} with this CPU`,generation:`${p} of its generation`,maker:`no measured server of its generation, only of its maker`,unknown:`all measured servers: the CPU is unknown`},h={...c,basis:`${m[u]}; ${c.basis}`};return s(r)?l(h,r,{conditions:n,year:f.machine.year}):n===`field`?i(h):h},jt=(e,t,n)=>{let{key:r=``,generation:i}=n,a=f(r,i?.make===`apple`);if(a!==null)return a;let o=i===void 0&&n.tdpWatts!==void 0;if(e.tdpWatts!==void 0&&e.year!==void 0)return null;let s=t.tdpWatts??n.tdpWatts;return o||i?.segment===`mobile`?et(s??Mt):i?.segment!==`desktop`||s===void 0?null:tt(s,Tt(r,i,s,n.cores))},Mt=28,Nt=(e,t,n)=>{if(!s(t)||e.length<2)return e;let r=new Map(e.map(e=>[e,Pt(n(e),t)]));return e.toSorted((e,t)=>(r.get(e)??0)-(r.get(t)??0)).slice(0,1)},Pt=({points:e},{idleWatts:t,fullWatts:n})=>[t,n].reduce((t,n,r)=>{let i=r===0?e[0]:e.at(-1);return n===void 0||i===void 0?t:t+Math.log(n/i.watts)**2},0),$=(e,n,r)=>{if(!s(e))return[];let{points:i}=Q(n,r);return[[`idle-watts`,e.idleWatts,i[0]],[`full-watts`,e.fullWatts,i.at(-1)]].flatMap(([e,n,r])=>{if(n===void 0||r===void 0)return[];let{low:i,high:a}=r;if(n>=i/Ft&&n<=a*Ft)return[];let o=`${e} is ${n} W, and the model expects ${`${Number(i.toPrecision(2))} to ${Number(a.toPrecision(2))} W`} of the whole machine: check the unit, and that it is the whole machine's power at the wall without its GPUs`;return[t(`reading-implausible`,o)]})},Ft=1.25,It=30/4,Lt=e=>{let t=zt(U(e.cpuName??``,e.silicon??null),e),n=Bt(e,t),r=n.isSlice?Ht(e,t):Vt(e,t);return{...r,notes:[...Rt(e,t),...n.notes,...r.notes]}},Rt=({cpuName:e},n)=>{if(n.how===`exact`)return[];if(n.how!==`none`)return[t(`cpu-${n.how}`,n.explanation)];let r=e?`CPU ${JSON.stringify(e)}`:`the CPU`;return[t(`cpu-unknown`,`${r} is unknown: counted as a common server, with a wide range`)]},zt=(e,{threadsPerCore:t,isTopologyReal:n})=>n===!0&&t===1&&e.threadsPerCore!==1&&e.generation?.segment===`server`?{...e,threadsPerCore:1}:e,Bt=({isVirtual:e,vcpus:n},r)=>{if(e!==null)return{isSlice:e,notes:[]};let i=A(r),a=n!==void 0&&(i===void 0?r.how===`none`:n<i),o=i===void 0?``:`: it shows ${n??`unknown`} threads, the chip has ${i}`,s=`whether this is a virtual machine is unknown; counted as ${a?`a share of a host`:`a whole machine`}${o}`;return{isSlice:a,notes:[t(`machine-kind-guessed`,s)]}},Vt=(e,n)=>{let{cpuName:r,sockets:i,memoryGb:a}=e,o=e.hostThreads??e.vcpus,s=A(n),c=o!==void 0&&s!==void 0&&o<s/2,l=c?s*(i??1):o,u={...e.more,cpuName:r,sockets:i,memoryGb:a,threads:l},d=Q(u,n,e),f=`the machine shows ${o} threads, its chip has ${s}: counted whole; if it is a virtual machine, the figure is too high`;return{curve:{...d,method:`whole machine: ${d.method}`},cpu:n,share:null,hosts:[],notes:[...c?[t(`threads-hidden`,f)]:[],...$(e.readings,u,n)]}},Ht=(e,n)=>{let r=e.vcpus??4,i=e.vcpus===void 0?[t(`vcpus-unknown`,`number of vCPUs is unknown: counted as ${r}`)]:[],a=ue(e,n,r),{extremes:o}=a,s=({sockets:t,ofThreads:n})=>({...e.more,cpuName:e.cpuName,sockets:t,threads:n}),c=Nt(a.hosts,e.readings,e=>Q(s(e),n)),[l]=c;l!==void 0&&i.push(...$(e.readings,s(l),n));let d=t=>u(Q(s(t),n,e),{threads:r,ofThreads:t.ofThreads}),f=Wt(c.map(e=>({weight:e.weight,curve:d(e)}))),p=o.length===0?f:Ut(f,o.map(d));if(o.length>0){let n=o.map(e=>e.ofThreads).join(` to `),r=`the number of cores of ${e.cpuName?JSON.stringify(e.cpuName):`the CPU`} is unknown: its host may have ${n} threads, and the range allows for that`;i.push(t(`host-size-unknown`,r))}let m=f.points.at(-1)?.watts??0;if(m>7.5*r&&n.generation?.segment!==`mobile`&&n.generation?.segment!==`desktop`){let e=`${m.toFixed(0)} W for ${r} vCPU is more than a share of a server draws: check the CPU and its threads`;i.push(t(`slice-implausible`,e))}let h=c.map(e=>e.ofThreads),g=[...new Set(h)].join(` or `);return{curve:{...p,method:`${r} threads of a host, modelled with ${g}, and their share of its idle power: ${f.method}`},cpu:n,share:{threads:r,ofThreads:Math.max(...h)},hosts:[...c,...o],notes:i}},Ut=(e,t)=>({...e,points:e.points.map(({watts:e,low:n,high:r},i)=>({watts:e,low:Math.min(n,e,...t.map(({points:e})=>e[i]?.low??n)),high:Math.max(r,e,...t.map(({points:e})=>e[i]?.high??r))}))}),Wt=e=>{let t=e.reduce((e,{weight:t})=>e+t,0),r=e.map(({weight:e,curve:n})=>a(n,e/t)),[i]=r;if(i===void 0)throw new n(`a slice needs a host`);let o=e=>r.reduce((t,n)=>t+(e(n)??0),0);return{method:i.method,basis:i.basis,points:c.map((e,t)=>({watts:o(({points:e})=>e[t]?.watts),low:o(({points:e})=>e[t]?.low),high:o(({points:e})=>e[t]?.high)})),memoryWatts:o(({memoryWatts:e})=>e)}};export{kt as a,z as c,f as d,Q as i,A as l,Lt as n,U as o,$ as r,Ze as s,It as t,x as u};