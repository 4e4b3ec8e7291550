import{t as e}from"./range.js";let t;function n(){return t??=new Map(`aws;af-south-1;Cape Town;ZA;-33.93;18.42;1.24
aws;ap-east-1;Hong Kong;HK;22.32;114.17
aws;ap-east-2;Taipei;TW;25.03;121.57
aws;ap-northeast-1;Tokyo;JP-TK;35.68;139.65;1.3
aws;ap-northeast-2;Seoul;KR;37.57;126.98
aws;ap-northeast-3;Osaka;JP-KN;34.69;135.5
aws;ap-south-1;Mumbai;IN-WE;19.08;72.88;1.44
aws;ap-south-2;Hyderabad;IN-SO;17.39;78.49;1.5
aws;ap-southeast-1;Singapore;SG;1.35;103.82;1.3
aws;ap-southeast-2;Sydney;AU-NSW;-33.87;151.21;1.15
aws;ap-southeast-3;Jakarta;ID;-6.21;106.85;1.35
aws;ap-southeast-4;Melbourne;AU-VIC;-37.81;144.96;1.08
aws;ap-southeast-5;Malaysia;MY-WM;3.14;101.69
aws;ap-southeast-6;New Zealand;NZ;-36.85;174.76
aws;ap-southeast-7;Thailand;TH;13.76;100.5
aws;ca-central-1;Montreal;CA-QC;45.5;-73.57;1.22
aws;ca-west-1;Calgary;CA-AB;51.04;-114.07
aws;cn-north-1;Beijing;CN;39.9;116.41
aws;cn-northwest-1;Ningxia;CN;38.49;106.23;1.26
aws;eu-central-1;Frankfurt;DE;50.11;8.68;1.33
aws;eu-central-2;Zurich;CH;47.38;8.54
aws;eu-north-1;Stockholm;SE-SE3;59.33;18.07;1.12
aws;eu-south-1;Milan;IT-NO;45.46;9.19
aws;eu-south-2;Aragon;ES;41.65;-0.88;1.11
aws;eu-west-1;Dublin;IE;53.35;-6.26;1.1
aws;eu-west-2;London;GB;51.51;-0.13
aws;eu-west-3;Paris;FR;48.86;2.35
aws;eusc-de-east-1;Brandenburg;DE;52.41;12.53
aws;il-central-1;Tel Aviv;IL;32.09;34.78
aws;me-central-1;United Arab Emirates;AE;25.2;55.27;1.36
aws;me-south-1;Bahrain;BH;26.07;50.56;1.32
aws;mx-central-1;Queretaro;MX;20.59;-100.39
aws;sa-east-1;Sao Paulo;BR-CS;-23.55;-46.63;1.18
aws;us-east-1;Northern Virginia;US-MIDA-PJM;39.04;-77.49;1.15
aws;us-east-2;Ohio;US-MIDA-PJM;39.96;-83;1.12
aws;us-gov-east-1;GovCloud East (Ohio);US-MIDA-PJM;39.96;-83
aws;us-gov-west-1;GovCloud West (Oregon);US-NW-PACW;45.84;-119.7
aws;us-west-1;Northern California;US-CAL-CISO;37.34;-121.89;1.17
aws;us-west-2;Oregon;US-NW-PACW;45.84;-119.7;1.13
azure;australiacentral;Canberra;AU-NSW;-35.28;149.13
azure;australiacentral2;Canberra;AU-NSW;-35.28;149.13
azure;australiaeast;Sydney;AU-NSW;-33.87;151.21
azure;australiasoutheast;Melbourne;AU-VIC;-37.81;144.96
azure;austriaeast;Vienna;AT;48.21;16.37
azure;belgiumcentral;Brussels;BE;50.85;4.35
azure;brazilsouth;Sao Paulo;BR-CS;-23.55;-46.63
azure;brazilsoutheast;Rio de Janeiro;BR-CS;-22.91;-43.17
azure;brazilus;Brazil;BR-CS;-23.55;-46.63
azure;canadacentral;Toronto;CA-ON;43.65;-79.38
azure;canadaeast;Quebec;CA-QC;46.81;-71.21
azure;centralindia;Pune;IN-WE;18.52;73.86
azure;centralus;Iowa;US-MIDW-MISO;41.59;-93.62;1.16
azure;centraluseuap;Iowa;US-MIDW-MISO;41.59;-93.62;1.16
azure;chilecentral;Santiago;CL-SEN;-33.45;-70.67
azure;chinaeast;Shanghai;CN;31.23;121.47
azure;chinaeast2;Shanghai;CN;31.23;121.47
azure;chinaeast3;Jiangsu;CN;31.3;120.59
azure;chinanorth;Beijing;CN;39.9;116.41
azure;chinanorth2;Beijing;CN;39.9;116.41
azure;chinanorth3;Hebei;CN;38.04;114.51
azure;denmarkeast;Copenhagen;DK-DK2;55.68;12.57
azure;eastasia;Hong Kong;HK;22.32;114.17
azure;eastus;Virginia;US-MIDA-PJM;37.37;-79.82;1.14
azure;eastus2;Virginia;US-MIDA-PJM;36.67;-78.39;1.14
azure;eastus2euap;Virginia;US-MIDA-PJM;36.67;-78.39;1.14
azure;eastus3;Georgia;US-SE-SOCO;33.76;-84.4
azure;finlandcentral;Finland;FI;60.21;24.68
azure;francecentral;Paris;FR;48.86;2.35
azure;francesouth;Marseille;FR;43.3;5.37
azure;germanynorth;Berlin;DE;52.52;13.41
azure;germanywestcentral;Frankfurt;DE;50.11;8.68
azure;greececentral;Athens;GR;37.99;23.75
azure;indiasouthcentral;Hyderabad;IN-SO;17.39;78.49
azure;indonesiacentral;Jakarta;ID;-6.21;106.85
azure;israelcentral;Tel Aviv;IL;32.09;34.78
azure;israelnorthwest;Israel;IL;32.79;34.99
azure;italynorth;Milan;IT-NO;45.46;9.19
azure;japaneast;Tokyo;JP-TK;35.68;139.65
azure;japanwest;Osaka;JP-KN;34.69;135.5
azure;jioindiacentral;Nagpur;IN-WE;21.15;79.09
azure;jioindiawest;Jamnagar;IN-WE;22.47;70.06
azure;koreacentral;Seoul;KR;37.57;126.98
azure;koreasouth;Busan;KR;35.18;129.08
azure;malaysiasouth;Johor;MY-WM;1.49;103.74
azure;malaysiawest;Kuala Lumpur;MY-WM;3.14;101.69
azure;mexicocentral;Queretaro;MX;20.59;-100.39
azure;newzealandnorth;Auckland;NZ;-36.85;174.76
azure;northcentralus;Illinois;US-MIDA-PJM;41.88;-87.63;1.35
azure;northeurope;Ireland;IE;53.35;-6.26;1.19
azure;norwayeast;Oslo;NO-NO1;59.91;10.75
azure;norwaywest;Stavanger;NO-NO2;58.97;5.73
azure;polandcentral;Warsaw;PL;52.23;21.01
azure;qatarcentral;Doha;QA;25.29;51.53
azure;saudiarabiaeast;Dammam;SA;26.42;50.09
azure;southafricanorth;Johannesburg;ZA;-26.2;28.05
azure;southafricawest;Cape Town;ZA;-33.92;18.42
azure;southcentralus;Texas;US-TEX-ERCO;29.42;-98.49;1.28
azure;southcentralus2;Texas;US-TEX-ERCO;29.42;-98.49
azure;southeastasia;Singapore;SG;1.35;103.82;1.34
azure;southeastus;Georgia;US-SE-SOCO;33.76;-84.4
azure;southindia;Chennai;IN-SO;13.08;80.27
azure;spaincentral;Madrid;ES;40.42;-3.7
azure;swedencentral;Gavle;SE-SE3;60.67;17.14;1.16
azure;swedensouth;Staffanstorp;SE-SE4;55.64;13.21;1.16
azure;switzerlandnorth;Zurich;CH;47.38;8.54
azure;switzerlandwest;Geneva;CH;46.2;6.14
azure;taiwannorth;Taipei;TW;25.03;121.57
azure;taiwannorthwest;Taipei;TW;25.03;121.57
azure;uaecentral;Abu Dhabi;AE;24.45;54.38
azure;uaenorth;Dubai;AE;25.2;55.27
azure;uksouth;London;GB;51.51;-0.13
azure;ukwest;Cardiff;GB;51.48;-3.18
azure;usdodcentral;Iowa;US-MIDW-MISO;41.59;-93.62
azure;usdodeast;Virginia;US-MIDA-PJM;36.67;-78.39
azure;usgovarizona;Arizona;US-SW-AZPS;33.45;-112.07
azure;usgovtexas;Texas;US-TEX-ERCO;29.42;-98.49
azure;usgovvirginia;Virginia;US-MIDA-PJM;37.37;-79.82
azure;westcentralus;Wyoming;US-NW-WACM;41.14;-104.82;1.11
azure;westeurope;Netherlands;NL;52.37;4.9;1.14
azure;westindia;Mumbai;IN-WE;19.08;72.88
azure;westus;California;US-CAL-CISO;37.78;-122.42
azure;westus2;Washington;US-NW-GCPD;47.23;-119.85;1.15
azure;westus3;Arizona;US-SW-AZPS;33.45;-112.07;1.18
gcp;africa-south1;Johannesburg;ZA;-26.2;28.05
gcp;asia-east1;Changhua County;TW;24.05;120.52;1.12
gcp;asia-east2;Hong Kong;HK;22.32;114.17
gcp;asia-northeast1;Tokyo;JP-TK;35.68;139.65
gcp;asia-northeast2;Osaka;JP-KN;34.69;135.5
gcp;asia-northeast3;Seoul;KR;37.57;126.98
gcp;asia-south1;Mumbai;IN-WE;19.08;72.88
gcp;asia-south2;Delhi;IN-NO;28.61;77.21
gcp;asia-southeast1;Singapore;SG;1.35;103.82;1.16
gcp;asia-southeast2;Jakarta;ID;-6.21;106.85
gcp;asia-southeast3;Bangkok;TH;13.76;100.5
gcp;australia-southeast1;Sydney;AU-NSW;-33.87;151.21
gcp;australia-southeast2;Melbourne;AU-VIC;-37.81;144.96
gcp;europe-central2;Warsaw;PL;52.23;21.01
gcp;europe-north1;Hamina;FI;60.57;27.2;1.09
gcp;europe-north2;Stockholm;SE-SE3;59.33;18.07
gcp;europe-southwest1;Madrid;ES;40.42;-3.7
gcp;europe-west1;Saint-Ghislain;BE;50.45;3.82;1.09
gcp;europe-west10;Berlin;DE;52.52;13.41
gcp;europe-west12;Turin;IT-NO;45.07;7.69
gcp;europe-west2;London;GB;51.51;-0.13
gcp;europe-west3;Frankfurt;DE;50.11;8.68
gcp;europe-west4;Eemshaven;NL;53.45;6.84;1.07
gcp;europe-west5;Germany;DE;50.11;8.68
gcp;europe-west6;Zurich;CH;47.38;8.54
gcp;europe-west8;Milan;IT-NO;45.46;9.19
gcp;europe-west9;Paris;FR;48.86;2.35
gcp;me-central1;Doha;QA;25.29;51.53
gcp;me-central2;Dammam;SA;26.42;50.09
gcp;me-west1;Tel Aviv;IL;32.09;34.78
gcp;northamerica-northeast1;Montreal;CA-QC;45.5;-73.57
gcp;northamerica-northeast2;Toronto;CA-ON;43.65;-79.38
gcp;northamerica-south1;Queretaro;MX;20.59;-100.39
gcp;southamerica-east1;Sao Paulo;BR-CS;-23.53;-46.79
gcp;southamerica-west1;Santiago;CL-SEN;-33.45;-70.67;1.12
gcp;us-central1;Iowa;US-MIDW-MISO;41.26;-95.86;1.1
gcp;us-central2;Oklahoma;US-CENT-SWPP;36.31;-95.32
gcp;us-east1;South Carolina;US-CAR-SC;33.2;-80.01;1.1
gcp;us-east2;Georgia;US-SE-SOCO;33.76;-84.4
gcp;us-east4;Northern Virginia;US-MIDA-PJM;39.04;-77.49;1.09
gcp;us-east5;Columbus;US-MIDA-PJM;39.96;-83;1.09
gcp;us-east7;Alabama;US-TEN-TVA;34.7;-85.7
gcp;us-south1;Dallas;US-TEX-ERCO;32.78;-96.8;1.12
gcp;us-west1;The Dalles;US-NW-BPAT;45.59;-121.18;1.07
gcp;us-west2;Los Angeles;US-CAL-CISO;34.05;-118.24
gcp;us-west3;Salt Lake City;US-NW-PACE;40.76;-111.89
gcp;us-west4;Las Vegas;US-NW-NEVP;36.17;-115.14;1.08
gcp;us-west8;Phoenix;US-SW-SRP;33.45;-112.07
alibaba;ap-northeast-1;Tokyo;JP-TK;35.68;139.65
alibaba;ap-northeast-2;Seoul;KR;37.57;126.98
alibaba;ap-southeast-1;Singapore;SG;1.35;103.82
alibaba;ap-southeast-3;Kuala Lumpur;MY-WM;3.14;101.69
alibaba;ap-southeast-5;Jakarta;ID;-6.21;106.85
alibaba;ap-southeast-6;Manila;PH;14.6;120.98
alibaba;ap-southeast-7;Bangkok;TH;13.76;100.5
alibaba;cn-beijing;Beijing;CN;39.9;116.41
alibaba;cn-chengdu;Chengdu;CN;30.57;104.07
alibaba;cn-guangzhou;Guangzhou;CN;23.13;113.26
alibaba;cn-hangzhou;Hangzhou;CN;30.27;120.16
alibaba;cn-heyuan;Heyuan;CN;23.74;114.7
alibaba;cn-hongkong;Hong Kong;HK;22.32;114.17
alibaba;cn-huhehaote;Hohhot;CN;40.84;111.75
alibaba;cn-qingdao;Qingdao;CN;36.07;120.38
alibaba;cn-shanghai;Shanghai;CN;31.23;121.47
alibaba;cn-shenzhen;Shenzhen;CN;22.54;114.06
alibaba;cn-wulanchabu;Ulanqab;CN;41;113.13
alibaba;cn-zhangjiakou;Zhangjiakou;CN;40.82;114.88
alibaba;eu-central-1;Frankfurt;DE;50.11;8.68
alibaba;eu-west-1;London;GB;51.51;-0.13
alibaba;me-central-1;Riyadh;SA;24.71;46.68
alibaba;me-east-1;Dubai;AE;25.2;55.27
alibaba;na-south-1;Mexico;MX;19.43;-99.13
alibaba;us-east-1;Virginia;US-MIDA-PJM;39.04;-77.49
alibaba;us-west-1;Silicon Valley;US-CAL-CISO;37.34;-121.89
digitalocean;ams3;Amsterdam;NL;52.37;4.9
digitalocean;atl1;Atlanta;US-SE-SOCO;33.76;-84.4
digitalocean;blr1;Bangalore;IN-SO;12.97;77.59
digitalocean;fra1;Frankfurt;DE;50.11;8.68
digitalocean;lon1;London;GB;51.51;-0.13
digitalocean;nyc1;New York;US-MIDA-PJM;40.79;-74.06
digitalocean;nyc2;New York;US-NY-NYIS;40.71;-74.01
digitalocean;nyc3;New York;US-MIDA-PJM;40.79;-74.06
digitalocean;sfo2;San Francisco;US-CAL-CISO;37.37;-121.96
digitalocean;sfo3;San Francisco;US-CAL-CISO;37.37;-121.96
digitalocean;sgp1;Singapore;SG;1.35;103.82
digitalocean;syd1;Sydney;AU-NSW;-33.87;151.21
digitalocean;tor1;Toronto;CA-ON;43.65;-79.38
hetzner;ash;Ashburn;US-MIDA-PJM;39.04;-77.49
hetzner;fsn1;Falkenstein;DE;50.48;12.37
hetzner;hel1;Helsinki;FI;60.17;24.94
hetzner;hil;Hillsboro;US-NW-PGE;45.52;-122.99
hetzner;nbg1;Nuremberg;DE;49.45;11.08
hetzner;sin;Singapore;SG;1.35;103.82
ibm;au-syd;Sydney;AU-NSW;-33.87;151.21
ibm;br-sao;Sao Paulo;BR-CS;-23.55;-46.63
ibm;ca-mon;Montreal;CA-QC;45.5;-73.57
ibm;ca-tor;Toronto;CA-ON;43.65;-79.38
ibm;eu-de;Frankfurt;DE;50.11;8.68
ibm;eu-es;Madrid;ES;40.42;-3.7
ibm;eu-gb;London;GB;51.51;-0.13
ibm;jp-osa;Osaka;JP-KN;34.69;135.5
ibm;jp-tok;Tokyo;JP-TK;35.68;139.65
ibm;us-east;Washington DC;US-MIDA-PJM;39.04;-77.49
ibm;us-south;Dallas;US-TEX-ERCO;32.78;-96.8
oracle;af-casablanca-1;Casablanca;MA;33.57;-7.59
oracle;af-johannesburg-1;Johannesburg;ZA;-26.2;28.05
oracle;ap-batam-1;Batam;ID;1.05;104.03
oracle;ap-chuncheon-1;Chuncheon;KR;37.88;127.73
oracle;ap-delhi-1;Delhi;IN-NO;28.61;77.21
oracle;ap-hyderabad-1;Hyderabad;IN-SO;17.39;78.49
oracle;ap-kulai-2;Kulai;MY-WM;1.66;103.6
oracle;ap-melbourne-1;Melbourne;AU-VIC;-37.81;144.96
oracle;ap-mumbai-1;Mumbai;IN-WE;19.08;72.88
oracle;ap-osaka-1;Osaka;JP-KN;34.69;135.5
oracle;ap-seoul-1;Seoul;KR;37.57;126.98
oracle;ap-singapore-1;Singapore;SG;1.35;103.82
oracle;ap-singapore-2;Singapore;SG;1.35;103.82
oracle;ap-sydney-1;Sydney;AU-NSW;-33.87;151.21
oracle;ap-tokyo-1;Tokyo;JP-TK;35.68;139.65
oracle;ca-montreal-1;Montreal;CA-QC;45.5;-73.57
oracle;ca-toronto-1;Toronto;CA-ON;43.65;-79.38
oracle;eu-amsterdam-1;Amsterdam;NL;52.37;4.9
oracle;eu-frankfurt-1;Frankfurt;DE;50.11;8.68
oracle;eu-frankfurt-2;Frankfurt;DE;50.11;8.68
oracle;eu-madrid-1;Madrid;ES;40.42;-3.7
oracle;eu-madrid-2;Madrid;ES;40.42;-3.7
oracle;eu-madrid-3;Madrid;ES;40.42;-3.7
oracle;eu-marseille-1;Marseille;FR;43.3;5.37
oracle;eu-milan-1;Milan;IT-NO;45.46;9.19
oracle;eu-paris-1;Paris;FR;48.86;2.35
oracle;eu-stockholm-1;Stockholm;SE-SE3;59.33;18.07
oracle;eu-turin-1;Turin;IT-NO;45.07;7.69
oracle;eu-zurich-1;Zurich;CH;47.38;8.54
oracle;il-jerusalem-1;Jerusalem;IL;31.77;35.21
oracle;me-abudhabi-1;Abu Dhabi;AE;24.45;54.38
oracle;me-dubai-1;Dubai;AE;25.2;55.27
oracle;me-jeddah-1;Jeddah;SA;21.49;39.19
oracle;me-riyadh-1;Riyadh;SA;24.71;46.68
oracle;mx-monterrey-1;Monterrey;MX;25.69;-100.32
oracle;mx-queretaro-1;Queretaro;MX;20.59;-100.39
oracle;sa-bogota-1;Bogota;CO;4.71;-74.07
oracle;sa-santiago-1;Santiago;CL-SEN;-33.45;-70.67
oracle;sa-saopaulo-1;Sao Paulo;BR-CS;-23.55;-46.63
oracle;sa-valparaiso-1;Valparaiso;CL-SEN;-33.05;-71.61
oracle;sa-vinhedo-1;Vinhedo;BR-CS;-23.03;-46.98
oracle;uk-cardiff-1;Newport;GB;51.58;-3
oracle;uk-gov-cardiff-1;Newport;GB;51.58;-3
oracle;uk-gov-london-1;London;GB;51.51;-0.13
oracle;uk-london-1;London;GB;51.51;-0.13
oracle;us-ashburn-1;Ashburn;US-MIDA-PJM;39.04;-77.49
oracle;us-chicago-1;Chicago;US-MIDA-PJM;41.88;-87.63
oracle;us-gov-ashburn-1;Ashburn;US-MIDA-PJM;39.04;-77.49
oracle;us-gov-chicago-1;Chicago;US-MIDA-PJM;41.88;-87.63
oracle;us-gov-phoenix-1;Phoenix;US-SW-SRP;33.45;-112.07
oracle;us-phoenix-1;Phoenix;US-SW-SRP;33.45;-112.07
oracle;us-saltlake-2;Salt Lake City;US-NW-PACE;40.76;-111.89
oracle;us-sanjose-1;San Jose;US-CAL-CISO;37.34;-121.89
ovh;ap-south-mum;Mumbai;IN-WE;19.08;72.88
ovh;bhs;Beauharnois;CA-QC;45.31;-73.87
ovh;ca-east-tor;Toronto;CA-ON;43.65;-79.38
ovh;de;Limburg;DE;50.39;8.06
ovh;eri;Erith;GB;51.48;0.18
ovh;eu-south-mil;Milan;IT-NO;45.46;9.19
ovh;eu-west-par;Paris;FR;48.86;2.35
ovh;hil;Hillsboro;US-NW-PGE;45.52;-122.99
ovh;gra;Gravelines;FR;50.99;2.13
ovh;par;Paris;FR;48.86;2.35
ovh;rbx;Roubaix;FR;50.69;3.17
ovh;sbg;Strasbourg;FR;48.57;7.75
ovh;sgp;Singapore;SG;1.35;103.82
ovh;syd;Sydney;AU-NSW;-33.87;151.21
ovh;uk;Erith;GB;51.48;0.18
ovh;us-east-va;Vint Hill;US-MIDA-PJM;38.75;-77.67
ovh;us-west-or;Hillsboro;US-NW-PGE;45.52;-122.99
ovh;vin;Vint Hill;US-MIDA-PJM;38.75;-77.67
ovh;waw;Warsaw;PL;52.23;21.01
scaleway;fr-par;Paris;FR;48.86;2.35
scaleway;it-mil;Milan;IT-NO;45.46;9.19
scaleway;nl-ams;Amsterdam;NL;52.37;4.9
scaleway;pl-waw;Warsaw;PL;52.23;21.01`.split(`
`).map(e=>r(e.split(`;`)))),t}function r(e){let[t=``,n=``,r=``,i=``,a,o,s]=e;return[`${t}:${n}`,{provider:t,region:n,place:r,zone:i,latitude:Number(a),longitude:Number(o),pue:s?Number(s):null}]}function i(){return new Set([...n().values()].map(({provider:e})=>e))}function a(t,r){let i=t!==null&&r!==null?n().get(`${t}:${r}`):void 0;if(i&&i.pue!==null){let t=(i.pue-1)*.25;return{pue:e(i.pue,i.pue-t,i.pue+t),source:`published for ${i.provider}:${i.region} (2023)`}}let a=`aws;1.14;1.04;1.5;Amazon, average of the fleet in 2025 (sustainability.aboutamazon.com), ends: published sites and regions of 2023
azure;1.18;1.11;1.4;Microsoft, average of operating data centres (datacenters.microsoft.com/sustainability/efficiency), ends: published regions
gcp;1.09;1.06;1.2;Google, average of the fleet in 2024 (2025 environmental report), ends: published sites
oracle;1.2;1.1;1.5;Green Algorithms v3.0 defaults_PUE (CC-BY-4.0)
cloud;1.25;1.1;1.5;IDC estimate for public clouds of January 2025, quoted by Amazon (sustainability.aboutamazon.com)
unknown;1.56;1.1;2;Uptime Institute, Global Data Center Survey 2024, by way of Green Algorithms v3.0 (CC-BY-4.0)`.split(`
`).map(e=>e.split(`;`)),o=a.find(([e])=>e===(t??`unknown`))??a.find(([e])=>e===`cloud`);if(!o)throw Error(`PUE table has no row for clouds`);let[,s,c,l,u=``]=o;return{pue:e(Number(s),Number(c),Number(l)),source:u}}export{n,a as r,i as t};