const e={owid:{name:`Our World in Data / Ember`,kind:`lifecycle`,licence:`CC-BY-4.0`,url:`https://ourworldindata.org/grapher/carbon-intensity-electricity`},ember:{name:`Ember, yearly electricity data`,kind:`lifecycle`,licence:`CC-BY-4.0`,url:`https://ember-energy.org/data/yearly-electricity-data/`},egrid:{name:`US EPA eGRID`,kind:`direct`,licence:`public domain (US government)`,url:`https://www.epa.gov/egrid/summary-data`},google:{name:`Google region-carbon-info`,kind:`direct`,licence:`Apache-2.0`,url:`https://github.com/GoogleCloudPlatform/region-carbon-info`},nga:{name:`Australian National Greenhouse Accounts Factors`,kind:`direct`,licence:`CC-BY-4.0`,url:`https://www.dcceew.gov.au/climate-change/publications/national-greenhouse-accounts-factors-2025`},codecarbon:{name:`CodeCarbon`,kind:`average`,licence:`MIT`,url:`https://github.com/mlco2/codecarbon/tree/master/codecarbon/data/private_infra`},ipcc:{name:`IPCC AR5 WG3 annex III, median of hydropower`,kind:`lifecycle`,licence:`fact`,url:`https://www.ipcc.ch/site/assets/uploads/2018/02/ipcc_wg3_ar5_annex-iii.pdf`}},t=`WORLD;;World;Global|Earth;458;2025;ember
AD;AND;Andorra;Principality of Andorra;;;;ES
AE;ARE;United Arab Emirates;UAE|Emirates|U.A.E.;561.1;2022;owid
AF;AFG;Afghanistan;Islamic Republic of Afghanistan;132.5;2022;owid
AG;ATG;Antigua and Barbuda;;611.1;2022;owid
AI;AIA;Anguilla
AL;ALB;Albania;Republic of Albania;24.29;2022;owid
AM;ARM;Armenia;Republic of Armenia;264.5;2022;owid
AO;AGO;Angola;Republic of Angola;174.7;2022;owid
AQ;ATA;Antarctica
AR;ARG;Argentina;Argentine Republic;354.1;2023;owid
AS;ASM;American Samoa;;611.1;2022;owid
AT;AUT;Austria;Republic of Austria|Österreich;103.5;2024;owid
AU;AUS;Australia;;548.7;2023;owid
AW;ABW;Aruba;;561.2;2022;owid
AX;ALA;Åland Islands;;;;;SE
AZ;AZE;Azerbaijan;Republic of Azerbaijan;671.4;2022;owid
BA;BIH;Bosnia and Herzegovina;Republic of Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina;600;2023;owid
BB;BRB;Barbados;;605.5;2022;owid
BD;BGD;Bangladesh;People's Republic of Bangladesh;691.4;2023;owid
BE;BEL;Belgium;Kingdom of Belgium|België|Belgique|Belgien;127;2024;owid
BF;BFA;Burkina Faso;;467.5;2022;owid
BG;BGR;Bulgaria;Republic of Bulgaria;278.9;2024;owid
BH;BHR;Bahrain;Kingdom of Bahrain;904.6;2022;owid
BI;BDI;Burundi;Republic of Burundi;250;2022;owid
BJ;BEN;Benin;Republic of Benin;584.1;2022;owid
BL;BLM;Saint Barthélemy
BM;BMU;Bermuda;;650.8;2022;owid
BN;BRN;Brunei;Brunei Darussalam;893.9;2022;owid
BO;BOL;Bolivia;Bolivia, Plurinational State of|Plurinational State of Bolivia;531.7;2023;owid
BQ;BES;Bonaire, Sint Eustatius and Saba;Caribbean Netherlands
BR;BRA;Brazil;Federative Republic of Brazil|Brasil;98.35;2023;owid
BS;BHS;Bahamas;Commonwealth of the Bahamas;660.1;2022;owid
BT;BTN;Bhutan;Kingdom of Bhutan;23.33;2022;owid
BV;BVT;Bouvet Island
BW;BWA;Botswana;Republic of Botswana;847.9;2022;owid
BY;BLR;Belarus;Republic of Belarus;441.7;2022;owid
BZ;BLZ;Belize;;225.8;2022;owid
CA;CAN;Canada;;170;2023;owid
CC;CCK;Cocos (Keeling) Islands
CD;COD;DR Congo;Congo, The Democratic Republic of the|DRC|Democratic Republic of the Congo|Congo, Democratic Republic of the|Congo (Kinshasa);24.46;2022;owid
CF;CAF;Central African Republic;;24;2022;ipcc
CG;COG;Congo;Republic of the Congo|Congo Brazzaville|Congo (Brazzaville);700;2022;owid
CH;CHE;Switzerland;Swiss Confederation|Schweiz|Suisse|Svizzera;34.84;2023;owid
CI;CIV;Cote d'Ivoire;Côte d'Ivoire|Republic of Côte d'Ivoire|Ivory Coast;393.9;2022;owid
CK;COK;Cook Islands;;250;2022;owid
CL;CHL;Chile;Republic of Chile;291.1;2023;owid
CM;CMR;Cameroon;Republic of Cameroon;305.4;2022;owid
CN;CHN;China;People's Republic of China|PRC|Mainland China;582.3;2023;owid
CO;COL;Colombia;Republic of Colombia;259.5;2023;owid
CR;CRI;Costa Rica;Republic of Costa Rica;53.38;2023;owid
CU;CUB;Cuba;Republic of Cuba;637.6;2022;owid
CV;CPV;Cape Verde;Cabo Verde|Republic of Cabo Verde;558.1;2022;owid
CW;CUW;Curaçao
CX;CXR;Christmas Island
CY;CYP;Cyprus;Republic of Cyprus;511.2;2024;owid
CZ;CZE;Czechia;Czech Republic|Česko;414.2;2024;owid
DE;DEU;Germany;Federal Republic of Germany|Deutschland|DE-LU;336.4;2024;owid
DJ;DJI;Djibouti;Republic of Djibouti;692.3;2022;owid
DK;DNK;Denmark;Kingdom of Denmark|Danmark;131.8;2024;owid
DM;DMA;Dominica;Commonwealth of Dominica;529.4;2022;owid
DO;DOM;Dominican Republic;;580.8;2022;owid
DZ;DZA;Algeria;People's Democratic Republic of Algeria;634.6;2022;owid
EC;ECU;Ecuador;Republic of Ecuador;150.2;2023;owid
EE;EST;Estonia;Republic of Estonia|Eesti;343.4;2024;owid
EG;EGY;Egypt;Arab Republic of Egypt;570.3;2023;owid
EH;ESH;Western Sahara;;666.7;2009;owid
ER;ERI;Eritrea;the State of Eritrea;631.6;2022;owid
ES;ESP;Spain;Kingdom of Spain|España;146.2;2024;owid
ET;ETH;Ethiopia;Federal Democratic Republic of Ethiopia;24.64;2022;owid
FI;FIN;Finland;Republic of Finland|Suomi;66.63;2024;owid
FJ;FJI;Fiji;Republic of Fiji;288.5;2022;owid
FK;FLK;Falkland Islands;Falkland Islands (Malvinas);500;2022;owid
FM;FSM;Micronesia, Federated States of;Federated States of Micronesia|Micronesia
FO;FRO;Faroe Islands;Faeroe Islands;404.8;2022;owid
FR;FRA;France;French Republic;40.48;2024;owid
GA;GAB;Gabon;Gabonese Republic;491.6;2022;owid
GB;GBR;United Kingdom;United Kingdom of Great Britain and Northern Ireland|UK|Great Britain|Britain|England|Scotland|Wales|U.K.|GB-ENG|GB-SCT|GB-WLS|GB-GBN;237.6;2023;owid
GD;GRD;Grenada;;640;2022;owid
GE;GEO;Georgia;;167.6;2023;owid
GF;GUF;French Guiana;;217.8;2021;owid
GG;GGY;Guernsey;;;;;FR
GH;GHA;Ghana;Republic of Ghana;484;2022;owid
GI;GIB;Gibraltar;;600;2022;owid
GL;GRL;Greenland;;178.6;2022;owid
GM;GMB;Gambia;Republic of the Gambia;666.7;2022;owid
GN;GIN;Guinea;Republic of Guinea;236.8;2022;owid
GP;GLP;Guadeloupe;;500;2021;owid
GQ;GNQ;Equatorial Guinea;Republic of Equatorial Guinea;591.8;2022;owid
GR;GRC;Greece;Hellenic Republic|EL|Hellas;321.6;2024;owid
GS;SGS;South Georgia and the South Sandwich Islands
GT;GTM;Guatemala;Republic of Guatemala;328.3;2022;owid
GU;GUM;Guam;;622.9;2022;owid
GW;GNB;Guinea-Bissau;Republic of Guinea-Bissau;625;2022;owid
GY;GUY;Guyana;Republic of Guyana;640.4;2022;owid
HK;HKG;Hong Kong;Hong Kong Special Administrative Region of China;699.5;2022;owid
HM;HMD;Heard Island and McDonald Islands
HN;HND;Honduras;Republic of Honduras;282.3;2022;owid
HR;HRV;Croatia;Republic of Croatia|Hrvatska;170.7;2024;owid
HT;HTI;Haiti;Republic of Haiti;567.3;2022;owid
HU;HUN;Hungary;Magyarország;184.5;2024;owid
ID;IDN;Indonesia;Republic of Indonesia;675.9;2022;owid
IE;IRL;Ireland;Eire|Republic of Ireland;270.9;2024;owid
IL;ISR;Israel;State of Israel;582.9;2022;owid
IM;IMN;Isle of Man;;;;;GB
IN;IND;India;Republic of India;713.4;2023;owid
IO;IOT;British Indian Ocean Territory
IQ;IRQ;Iraq;Republic of Iraq;688.8;2022;owid
IR;IRN;Iran;Iran, Islamic Republic of|Islamic Republic of Iran;655.1;2023;owid
IS;ISL;Iceland;Republic of Iceland|Ísland;27.68;2022;owid
IT;ITA;Italy;Italian Republic|Italia;281.4;2024;owid
JE;JEY;Jersey;;;;;FR
JM;JAM;Jamaica;;555.6;2022;owid
JO;JOR;Jordan;Hashemite Kingdom of Jordan;540.9;2022;owid
JP;JPN;Japan;Nippon;485.4;2023;owid
KE;KEN;Kenya;Republic of Kenya;70.49;2023;owid
KG;KGZ;Kyrgyzstan;Kyrgyz Republic;147.3;2022;owid
KH;KHM;Cambodia;Kingdom of Cambodia;417.7;2022;owid
KI;KIR;Kiribati;Republic of Kiribati;666.7;2022;owid
KM;COM;Comoros;Union of the Comoros;642.9;2022;owid
KN;KNA;Saint Kitts and Nevis;;636.4;2022;owid
KP;PRK;North Korea;Korea, Democratic People's Republic of|Democratic People's Republic of Korea|DPRK;389.6;2022;owid
KR;KOR;South Korea;Korea, Republic of|Korea|Republic of Korea|ROK;430.6;2023;owid
KW;KWT;Kuwait;State of Kuwait;649.2;2023;owid
KY;CYM;Cayman Islands;;642.9;2022;owid
KZ;KAZ;Kazakhstan;Republic of Kazakhstan;821.4;2023;owid
LA;LAO;Laos;Lao People's Democratic Republic|Lao PDR|Lao;265.5;2022;owid
LB;LBN;Lebanon;Lebanese Republic;599;2022;owid
LC;LCA;Saint Lucia;;666.7;2022;owid
LI;LIE;Liechtenstein;Principality of Liechtenstein;;;;CH
LK;LKA;Sri Lanka;Democratic Socialist Republic of Sri Lanka;509.8;2022;owid
LR;LBR;Liberia;Republic of Liberia;227.8;2022;owid
LS;LSO;Lesotho;Kingdom of Lesotho;20;2022;owid
LT;LTU;Lithuania;Republic of Lithuania|Lietuva;116.4;2024;owid
LU;LUX;Luxembourg;Grand Duchy of Luxembourg;132.4;2024;owid
LV;LVA;Latvia;Republic of Latvia|Latvija;134.3;2024;owid
LY;LBY;Libya;;818.7;2022;owid
MA;MAR;Morocco;Kingdom of Morocco;630;2023;owid
MC;MCO;Monaco;Principality of Monaco;;;;FR
MD;MDA;Moldova;Moldova, Republic of|Republic of Moldova;643.5;2023;owid
ME;MNE;Montenegro;;417.1;2023;owid
MF;MAF;Saint Martin (French part);Saint Martin
MG;MDG;Madagascar;Republic of Madagascar;436.4;2022;owid
MH;MHL;Marshall Islands;Republic of the Marshall Islands
MK;MKD;North Macedonia;Republic of North Macedonia|Macedonia;565.3;2023;owid
ML;MLI;Mali;Republic of Mali;408;2022;owid
MM;MMR;Myanmar;Republic of Myanmar|Burma;398.9;2023;owid
MN;MNG;Mongolia;;775.3;2023;owid
MO;MAC;Macao;Macao Special Administrative Region of China|Macau;449;2022;owid
MP;MNP;Northern Mariana Islands;Commonwealth of the Northern Mariana Islands
MQ;MTQ;Martinique;;523.2;2021;owid
MR;MRT;Mauritania;Islamic Republic of Mauritania;464.7;2022;owid
MS;MSR;Montserrat;;1000;2022;owid
MT;MLT;Malta;Republic of Malta;488.6;2024;owid
MU;MUS;Mauritius;Republic of Mauritius;632.5;2022;owid
MV;MDV;Maldives;Republic of Maldives;611.8;2022;owid
MW;MWI;Malawi;Republic of Malawi;66.67;2022;owid
MX;MEX;Mexico;United Mexican States;507.2;2023;owid
MY;MYS;Malaysia;;605.8;2022;owid
MZ;MOZ;Mozambique;Republic of Mozambique;135.6;2022;owid
NA;NAM;Namibia;Republic of Namibia;59.26;2022;owid
NC;NCL;New Caledonia;;660.6;2022;owid
NE;NER;Niger;Republic of the Niger;670.9;2022;owid
NF;NFK;Norfolk Island
NG;NGA;Nigeria;Federal Republic of Nigeria;523.2;2023;owid
NI;NIC;Nicaragua;Republic of Nicaragua;265.1;2022;owid
NL;NLD;Netherlands;Kingdom of the Netherlands|Holland|The Netherlands|Nederland;250.7;2024;owid
NO;NOR;Norway;Kingdom of Norway|Norge;29.66;2024;owid
NP;NPL;Nepal;Federal Democratic Republic of Nepal;24.44;2022;owid
NR;NRU;Nauru;Republic of Nauru;750;2022;owid
NU;NIU;Niue
NZ;NZL;New Zealand;Aotearoa;112.8;2023;owid
OM;OMN;Oman;Sultanate of Oman;564.6;2023;owid
PA;PAN;Panama;Republic of Panama;161.7;2022;owid
PE;PER;Peru;Republic of Peru;266.5;2023;owid
PF;PYF;French Polynesia;;442.9;2022;owid
PG;PNG;Papua New Guinea;Independent State of Papua New Guinea;507.2;2022;owid
PH;PHL;Philippines;Republic of the Philippines;610.7;2023;owid
PK;PAK;Pakistan;Islamic Republic of Pakistan;440.6;2023;owid
PL;POL;Poland;Republic of Poland|Polska;608.2;2024;owid
PM;SPM;Saint Pierre and Miquelon;;600;2022;owid
PN;PCN;Pitcairn;Pitcairn Islands
PR;PRI;Puerto Rico;;678.7;2022;owid
PS;PSE;Palestine;Palestine, State of|the State of Palestine|Palestinian Territories|Palestinian Territory;516.1;2022;owid
PT;PRT;Portugal;Portuguese Republic;110.6;2024;owid
PW;PLW;Palau;Republic of Palau
PY;PRY;Paraguay;Republic of Paraguay;23.75;2023;owid
QA;QAT;Qatar;State of Qatar;602.5;2023;owid
RE;REU;Reunion;Réunion;572.8;2021;owid
RO;ROU;Romania;;251.3;2024;owid
RS;SRB;Serbia;Republic of Serbia;636.1;2023;owid
RU;RUS;Russia;Russian Federation;441;2023;owid
RW;RWA;Rwanda;Rwandese Republic;316.3;2022;owid
SA;SAU;Saudi Arabia;Kingdom of Saudi Arabia|KSA;706.8;2022;owid
SB;SLB;Solomon Islands;;700;2022;owid
SC;SYC;Seychelles;Republic of Seychelles;564.5;2022;owid
SD;SDN;Sudan;Republic of the Sudan;263.2;2022;owid
SE;SWE;Sweden;Kingdom of Sweden|Sverige;34.91;2024;owid
SG;SGP;Singapore;Republic of Singapore;470.8;2023;owid
SH;SHN;Saint Helena;Saint Helena, Ascension and Tristan da Cunha;1000;2022;owid
SI;SVN;Slovenia;Republic of Slovenia|Slovenija;230.4;2024;owid
SJ;SJM;Svalbard and Jan Mayen
SK;SVK;Slovakia;Slovak Republic|Slovensko;96.55;2024;owid
SL;SLE;Sierra Leone;Republic of Sierra Leone;50;2022;owid
SM;SMR;San Marino;Republic of San Marino;;;;IT
SN;SEN;Senegal;Republic of Senegal;511.6;2022;owid
SO;SOM;Somalia;Federal Republic of Somalia;578.9;2022;owid
SR;SUR;Suriname;Republic of Suriname;349.3;2022;owid
SS;SSD;South Sudan;Republic of South Sudan;629;2022;owid
ST;STP;Sao Tome and Principe;Democratic Republic of Sao Tome and Principe|Sao Tome;642.9;2022;owid
SV;SLV;El Salvador;Republic of El Salvador;271.5;2023;owid
SX;SXM;Sint Maarten (Dutch part);Sint Maarten
SY;SYR;Syria;Syrian Arab Republic;701.7;2022;owid
SZ;SWZ;Eswatini;Kingdom of Eswatini|Swaziland;172.4;2022;owid
TC;TCA;Turks and Caicos Islands;;653.8;2022;owid
TD;TCD;Chad;Republic of Chad;628.6;2022;owid
TF;ATF;French Southern Territories
TG;TGO;Togo;Togolese Republic;443.2;2022;owid
TH;THA;Thailand;Kingdom of Thailand;549.6;2023;owid
TJ;TJK;Tajikistan;Republic of Tajikistan;116.9;2022;owid
TK;TKL;Tokelau
TL;TLS;East Timor;Timor-Leste|Democratic Republic of Timor-Leste;666.7;2022;owid
TM;TKM;Turkmenistan;;1306;2022;owid
TN;TUN;Tunisia;Republic of Tunisia;564;2023;owid
TO;TON;Tonga;Kingdom of Tonga;625;2022;owid
TR;TUR;Turkey;Türkiye|Republic of Türkiye|Turkiye;464.6;2023;owid
TT;TTO;Trinidad and Tobago;Republic of Trinidad and Tobago;681.5;2022;owid
TV;TUV;Tuvalu
TW;TWN;Taiwan;Taiwan, Province of China;642.4;2023;owid
TZ;TZA;Tanzania;Tanzania, United Republic of|United Republic of Tanzania;339.2;2022;owid
UA;UKR;Ukraine;;259.7;2022;owid
UG;UGA;Uganda;Republic of Uganda;44.53;2022;owid
UM;UMI;United States Minor Outlying Islands
US;USA;United States;United States of America|USA|America;369.5;2023;owid
UY;URY;Uruguay;Eastern Republic of Uruguay;128.8;2023;owid
UZ;UZB;Uzbekistan;Republic of Uzbekistan;1168;2022;owid
VA;VAT;Holy See (Vatican City State);Vatican|Vatican City|Holy See;;;;IT
VC;VCT;Saint Vincent and the Grenadines;;529.4;2022;owid
VE;VEN;Venezuela;Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela;185.8;2022;owid
VG;VGB;British Virgin Islands;Virgin Islands, British;647.1;2022;owid
VI;VIR;United States Virgin Islands;Virgin Islands, U.S.|Virgin Islands of the United States|US Virgin Islands;632.4;2022;owid
VN;VNM;Vietnam;Viet Nam|Socialist Republic of Viet Nam;475.4;2023;owid
VU;VUT;Vanuatu;Republic of Vanuatu;571.4;2022;owid
WF;WLF;Wallis and Futuna
WS;WSM;Samoa;Independent State of Samoa;473.7;2022;owid
YE;YEM;Yemen;Republic of Yemen;566.1;2022;owid
YT;MYT;Mayotte
ZA;ZAF;South Africa;Republic of South Africa|RSA;707.7;2023;owid
ZM;ZMB;Zambia;Republic of Zambia;112;2022;owid
ZW;ZWE;Zimbabwe;Republic of Zimbabwe;297.9;2022;owid
XK;XKX;Kosovo;Republic of Kosovo
AU-NSW;;New South Wales;NSW|Sydney;468.3;2025;google
AU-ACT;;Australian Capital Territory;Canberra;468.3;2025;google
AU-NT;;Northern Territory;;560;2025;nga
AU-QLD;;Queensland;;670;2025;nga
AU-SA;;South Australia;;220;2025;nga
AU-TAS;;Tasmania;;200;2025;nga
AU-VIC;;Victoria;Melbourne;415.9;2025;google
AU-WA;;Western Australia;SWIS;500;2025;nga
BR-CS;;Central Brazil;BR-SP|Sao Paulo;73.25;2025;google
BR-I;;Itaipu;;;;;BR
BR-N;;North Brazil;;;;;BR
BR-NE;;Northeast Brazil;;;;;BR
BR-S;;South Brazil;;;;;BR
CA-AB;;Alberta;;627.7;2023;codecarbon
CA-BC;;British Columbia;;21.67;2023;codecarbon
CA-MB;;Manitoba;;5.274;2023;codecarbon
CA-NB;;New Brunswick;;246.7;2023;codecarbon
CA-NL;;Newfoundland and Labrador;CA-NL-LB|CA-NL-NF|Newfoundland|Labrador;4.754;2023;codecarbon
CA-NS;;Nova Scotia;;576.2;2023;codecarbon
CA-NT;;Northwest Territories;;140.1;2023;codecarbon
CA-NU;;Nunavut;;815.1;2023;codecarbon
CA-ON;;Ontario;Toronto;74.2;2025;google
CA-PE;;Prince Edward Island;;17.93;2023;codecarbon
CA-QC;;Quebec;Québec|Montreal;11.36;2025;google
CA-SK;;Saskatchewan;;654.9;2023;codecarbon
CA-YT;;Yukon;;272.5;2023;codecarbon
CL-SEN;;National Electric System of Chile;CL-SIC|CL-SING;209.9;2025;google
DK-DK1;;West Denmark;DK1;;;;DK
DK-DK2;;East Denmark;DK2;;;;DK
FR-COR;;Corsica;;;;;FR
GB-NIR;;Northern Ireland;;;;;GB
GB-ORK;;Orkney;;;;;GB
IN-EA;;Eastern India;;;;;IN
IN-NE;;North Eastern India;;;;;IN
IN-NO;;Northern India;IN-DL|IN-UP|Delhi;472.6;2025;google
IN-SO;;Southern India;IN-KA|IN-TN|IN-TG|IN-AP|IN-KL|Karnataka|Tamil Nadu|Telangana|Andhra Pradesh|Kerala;;;;IN
IN-WE;;Western India;IN-MH|IN-GJ|Mumbai|Maharashtra|Gujarat;598.5;2025;google
IT-CNO;;Central North Italy;;;;;IT
IT-CSO;;Central South Italy;;;;;IT
IT-NO;;North Italy;;202;2025;google
IT-SAR;;Sardinia;;;;;IT
IT-SIC;;Sicily;;;;;IT
IT-SO;;South Italy;;;;;IT
JP-CB;;Chubu;;;;;JP
JP-CG;;Chugoku;;;;;JP
JP-HKD;;Hokkaido;;;;;JP
JP-HR;;Hokuriku;;;;;JP
JP-KN;;Kansai;Osaka;298.9;2025;google
JP-KY;;Kyushu;;;;;JP
JP-ON;;Okinawa;;;;;JP
JP-SK;;Shikoku;;;;;JP
JP-TH;;Tohoku;;;;;JP
JP-TK;;Tokyo;;449.2;2025;google
MY-EM;;Borneo (Malaysia);;;;;MY
MY-WM;;Peninsular Malaysia;;;;;MY
NO-NO1;;Southeast Norway;NO1|Oslo;18;2024;codecarbon
NO-NO2;;Southwest Norway;NO2;18;2024;codecarbon
NO-NO3;;Middle Norway;NO3;18;2024;codecarbon
NO-NO4;;North Norway;NO4;18;2024;codecarbon
NO-NO5;;West Norway;NO5;18;2024;codecarbon
SE-SE1;;North Sweden;SE1;18;2024;codecarbon
SE-SE2;;North Central Sweden;SE2;18;2024;codecarbon
SE-SE3;;South Central Sweden;SE3|Stockholm;18;2024;codecarbon
SE-SE4;;South Sweden;SE4;18;2024;codecarbon
US-AK;;Alaska;AKGD;410.6;2023;egrid
US-AK-AKMS;;Alaska (miscellaneous);AKMS;237;2023;egrid
US-CAL-BANC;;Balancing Authority of Northern California;;195;2023;egrid
US-CAL-CISO;;California ISO;CAISO|CAISO_NORTH|California|US-CA|CAMX;149.9;2025;google
US-CAL-IID;;Imperial Irrigation District;;195;2023;egrid
US-CAL-LDWP;;Los Angeles Department of Water and Power;;195;2023;egrid
US-CAL-TIDC;;Turlock Irrigation District;;195;2023;egrid
US-CAR-CPLE;;Duke Energy Progress East;;270.5;2023;egrid
US-CAR-CPLW;;Duke Energy Progress West;;270.5;2023;egrid
US-CAR-DUK;;Duke Energy Carolinas;North Carolina|US-NC|SRVC;270.5;2023;egrid
US-CAR-SC;;South Carolina Public Service Authority;South Carolina|US-SC;579.4;2025;google
US-CAR-SCEG;;South Carolina Electric and Gas;;270.5;2023;egrid
US-CAR-YAD;;Alcoa Power Generating Yadkin;;270.5;2023;egrid
US-CENT-SPA;;Southwestern Power Administration;SPSO;397.2;2023;egrid
US-CENT-SWPP;;Southwest Power Pool;SPP|Oklahoma|US-OK;417.4;2025;google
US-CENT-SPNO;;Southwest Power Pool North;Kansas|US-KS|SPNO;393.6;2023;egrid
US-FLA-FMPP;;Florida Municipal Power Pool;;356;2023;egrid
US-FLA-FPC;;Duke Energy Florida;;356;2023;egrid
US-FLA-FPL;;Florida Power and Light;Florida|US-FL|FRCC;356;2023;egrid
US-FLA-GVL;;Gainesville Regional Utilities;;356;2023;egrid
US-FLA-HST;;City of Homestead;;356;2023;egrid
US-FLA-JEA;;JEA;;356;2023;egrid
US-FLA-SEC;;Seminole Electric Cooperative;;356;2023;egrid
US-FLA-TAL;;City of Tallahassee;;356;2023;egrid
US-FLA-TEC;;Tampa Electric;;356;2023;egrid
US-HI;;Hawaii;HIOA|US-HI-OA|Oahu;679.9;2023;egrid
US-HI-HIMS;;Hawaii (other islands);HIMS;514.1;2023;egrid
US-MIDA-PJM;;PJM Interconnection;PJM|Virginia|US-VA|Ohio|US-OH|Pennsylvania|US-PA|New Jersey|US-NJ|Maryland|US-MD|Delaware|US-DE|West Virginia|US-WV|District of Columbia|US-DC|Washington DC|Washington D.C.;343.5;2025;google
US-MIDA-RFCE;;RFC East;RFCE;271.8;2023;egrid
US-MIDW-AECI;;Associated Electric Cooperative;Missouri|US-MO|SRMW;566.3;2023;egrid
US-MIDW-LGEE;;Louisville Gas and Electric and Kentucky Utilities;Kentucky|US-KY;409.7;2023;egrid
US-MIDW-MISO;;Midcontinent ISO;MISO|Iowa|US-IA|Illinois|US-IL|Indiana|US-IN|Minnesota|US-MN|Wisconsin|US-WI|Louisiana|US-LA|Mississippi|US-MS|Arkansas|US-AR;431.9;2025;google
US-MIDW-MROE;;MRO East;MROE;637.3;2023;egrid
US-MIDW-MROW;;MRO West;MROW|Nebraska|US-NE|North Dakota|US-ND|South Dakota|US-SD;420.3;2023;egrid
US-MIDW-RFCM;;RFC Michigan;RFCM|Michigan|US-MI;442.7;2023;egrid
US-MIDW-RFCW;;RFC West;RFCW;415.5;2023;egrid
US-MIDW-SRMV;;SERC Mississippi Valley;SRMV;336.4;2023;egrid
US-NE-ISNE;;ISO New England;ISO-NE|ISONE|New England|NEWE|Massachusetts|US-MA|Connecticut|US-CT|Maine|US-ME|New Hampshire|US-NH|Vermont|US-VT|Rhode Island|US-RI;246.4;2023;egrid
US-NW-AVA;;Avista;;288.2;2023;egrid
US-NW-BPAT;;Bonneville Power Administration;BPA;97.85;2025;google
US-NW-CHPD;;Chelan County PUD;;288.2;2023;egrid
US-NW-DOPD;;Douglas County PUD;;288.2;2023;egrid
US-NW-GCPD;;Grant County PUD;Washington State|US-WA;288.2;2023;egrid
US-NW-GRID;;Gridforce Energy Management;;288.2;2023;egrid
US-NW-IPCO;;Idaho Power;Idaho|US-ID;288.2;2023;egrid
US-NW-NEVP;;Nevada Power;NVE|Nevada|US-NV;360;2025;google
US-NW-NWMT;;NorthWestern Montana;Montana|US-MT;288.2;2023;egrid
US-NW-PACE;;PacifiCorp East;Utah|US-UT;567.5;2025;google
US-NW-PACW;;PacifiCorp West;Oregon|US-OR|NWPP;288.2;2023;egrid
US-NW-PGE;;Portland General Electric;;288.2;2023;egrid
US-NW-PSCO;;Public Service Company of Colorado;Colorado|US-CO|RMPA;472.9;2023;egrid
US-NW-PSEI;;Puget Sound Energy;;288.2;2023;egrid
US-NW-SCL;;Seattle City Light;Seattle;288.2;2023;egrid
US-NW-TPWR;;Tacoma Power;;288.2;2023;egrid
US-NW-WACM;;Western Area Power Administration Rocky Mountain;Wyoming|US-WY;472.9;2023;egrid
US-NW-WAUW;;Western Area Power Administration Upper Great Plains West;;288.2;2023;egrid
US-NY-NYIS;;New York ISO;NYISO|New York|US-NY;210.5;2016;egrid
US-NY-NYCW;;New York City and Westchester;NYCW;392.7;2023;egrid
US-NY-NYLI;;Long Island;NYLI;539.5;2023;egrid
US-NY-NYUP;;Upstate New York;NYUP;110.1;2023;egrid
US-SE-SOCO;;Southern Company;Georgia (US)|US-GA|Alabama|US-AL|SRSO;391.2;2025;google
US-SE-SEPA;;Southeastern Power Administration;;383.7;2023;egrid
US-SW-AZPS;;Arizona Public Service;Arizona|US-AZ|AZNM;320.3;2023;egrid
US-SW-EPE;;El Paso Electric;;320.3;2023;egrid
US-SW-PNM;;Public Service Company of New Mexico;New Mexico|US-NM;320.3;2023;egrid
US-SW-SRP;;Salt River Project;;320.3;2023;egrid
US-SW-TEPC;;Tucson Electric Power;;320.3;2023;egrid
US-SW-WALC;;Western Area Power Administration Desert Southwest;;320.3;2023;egrid
US-TEN-TVA;;Tennessee Valley Authority;TVA|Tennessee|US-TN|SRTV;339.9;2025;google
US-TEX-ERCO;;Electric Reliability Council of Texas;ERCOT|Texas|US-TX|ERCT;299.1;2025;google
CL-CHP;;Easter Island;;;;;CL
CL-SEA;;Aysén;;;;;CL
CL-SEM;;Magallanes;;;;;CL
DK-BHM;;Bornholm;;;;;DK
ES-CE;;Ceuta;;;;;ES
ES-CN-FV;;Fuerteventura;;;;;ES
ES-CN-GC;;Gran Canaria;Canary Islands;;;;ES
ES-CN-HI;;El Hierro;;;;;ES
ES-CN-IG;;La Gomera;;;;;ES
ES-CN-LP;;La Palma;;;;;ES
ES-CN-LZ;;Lanzarote;;;;;ES
ES-CN-TE;;Tenerife;;;;;ES
ES-IB-FO;;Formentera;;;;;ES
ES-IB-IZ;;Ibiza;;;;;ES
ES-IB-MA;;Mallorca;Balearic Islands;;;;ES
ES-IB-ME;;Menorca;;;;;ES
ES-ML;;Melilla;;;;;ES
FO-MI;;Faroe Main Islands;;;;;FO
FO-SI;;Faroe South Island;;;;;FO
GB-SHI;;Shetland;GB-ZET;;;;GB
ID-JAV;;Java;;;;;ID
NZ-NZC;;Chatham Islands;;;;;NZ
NZ-NZN;;North Island;;;;;NZ
NZ-NZS;;South Island;;;;;NZ
NZ-NZST;;Stewart Island;;;;;NZ
PH-LU;;Luzon;;;;;PH
PH-MI;;Mindanao;;;;;PH
PH-VI;;Visayas;;;;;PH
PT-AC;;Azores;;;;;PT
PT-MA;;Madeira;;;;;PT
RU-1;;Europe and Urals (Russia);RU-EU;;;;RU
RU-2;;Siberia;;;;;RU
RU-AS;;Far East Russia;RU-FE;;;;RU
US-FLA-NSB;;Utilities Commission of New Smyrna Beach;;356;2023;egrid
US-MIDW-GLHB;;GridLiance Heartland;;409.7;2023;egrid
US-NW-AVRN;;Avangrid Renewables;;288.2;2023;egrid
US-NW-GWA;;NaturEner Power Watch (Glacier);;288.2;2023;egrid
US-NW-WWA;;NaturEner Wind Watch;;288.2;2023;egrid
US-SE-AEC;;PowerSouth Energy Cooperative;;383.7;2023;egrid
US-SW-DEAA;;Arlington Valley;;320.3;2023;egrid
US-SW-GRIF;;Griffith Energy;;320.3;2023;egrid
US-SW-HGMA;;New Harquahala;;320.3;2023;egrid`,n=`WORLD`;let r;function i(){return r??=o(),r}function a(e){return r?.get(e)??c(s(e))}function o(){return new Map(t.split(`
`).map(e=>c(e)).flatMap(e=>e?[[e.zone,e]]:[]))}function s(e){if(!/^[A-Z][A-Z0-9-]*$/.test(e))return null;let n=`\n${t}`.indexOf(`\n${e};`);return n<0?null:t.slice(n,(t+`
`).indexOf(`
`,n))}function c(t){if(t===null)return null;let r=t.split(`;`),[i=``,a=``,o=``,c=``,,,,l=n]=r,u=r[4]?null:l||`WORLD`,[,,,,d,f,p=``]=u===null?r:s(u)?.split(`;`)??[],m=e[p];if(d===void 0||f===void 0||m===void 0)throw Error(`grid table: ${i} has no figure`);return{zone:i,iso3:a||null,name:o,aliases:c===``?[]:c.split(`|`),gPerKwh:Number(d),year:Number(f),kind:m.kind,source:m,figureOf:u}}export{a as n,i as r,n as t};