"""Nouns that reports on government count and measure, in both languages: landmarks to tell figures apart by.

Plain dictionary senses only. A noun that English has more than once, or in other words, is no landmark.
"""

from __future__ import annotations

import re

_TABLE = r"""
国内生产总值: gross domestic product|GDP
生产总值: gross domestic product|GDP
经济: econom
工业: industr
农业: agricultur|farming
服务业: service (?:sector|industr)|services
制造业: manufactur
建筑业: construction (?:sector|industr)
种植业: crop farming
旅游: touris
消费: consumption|consumer spending|consumer goods
零售: retail
投资: invest
进出口: imports? and exports?|foreign trade
出口: exports?\b
进口: imports?\b
外资: foreign (?:capital|investment)
就业: jobs?\b|employ
失业: unemploy|jobless
收入: income|revenue|earnings
财政收入: revenue
财政支出: expenditure|spending
赤字: deficit
债券: bonds?\b
国债: treasury bonds?
贷款: loans?\b|lending
存款: deposits?\b
税: tax
费: fees?\b|charges?\b
价格: prices?\b
物价: prices?\b
人口: population
城镇: urban
城市: urban|cit(?:y|ies)
农村: rural
农民: farmers?|rural residents
居民: residents?|personal
贫困: poverty|poor
脱贫: poverty
搬迁: relocat
学生: students?
教师: teachers?
学校: schools?
国家: countr(?:y|ies)|nations
疫苗: vaccines?|doses
组织: organi[sz]ations?
单位: institutions?|organi[sz]ations?|units?
高校: college|universit
医院: hospitals?
医保: medical insurance|health insurance
养老: pension|old-age|elderly
社保: social security
保险: insurance
住房: housing
棚户区: rundown|shanty|shack
危房: dilapidated
公路: roads?\b|highways?
高速公路: expressways?
高铁: high-speed rail
铁路: rail
机场: airports?
港口: ports?\b
桥: bridges?
水利: water conservancy
管网: pipelines?|pipe network
供水: water supply
电力: electric|power
发电: power generation|electricity
煤: coal
钢: steel
石油: oil\b|petroleum
天然气: natural gas
可再生能源: renewable
能源: energy
能耗: energy consumption|energy use
水耗: water consumption
排放: emissions?
二氧化碳: carbon dioxide
污染: pollut
垃圾: garbage|waste
污水: sewage|wastewater
森林: forest
草原: grassland
湿地: wetland
沙化: desertif|desertified
水土流失: soil erosion
河: rivers?\b
湖: lakes?\b
耕地: cropland|farmland|arable|cultivated land
高标准农田: high-standard (?:crop|farm)land
灌溉: irrigat
粮食: grain
玉米: corn\b|maize
水稻: rice\b
大豆: soy
小麦: wheat
蔬菜: vegetable
果: fruit|orchard
菌: fung|mushroom
茶: tea\b
药材: medicinal
猪: pigs?\b|hogs?
牛: cattle|cows?\b
羊: sheep|goats?
鸡: chickens?
鱼: fish
合作社: cooperatives?
家庭农场: family farms?
企业: enterprises?|businesses|compan(?:y|ies)|firms?\b
个体: self-employed|individual
市场主体: market entities
专利: patents?
技术: technolog
研发: R&D|research and development
项目: projects?
工程: projects?
园区: parks?\b
基地: bases?\b
车间: workshops?
村: villages?
乡镇: townships?
社区: communit
街道: subdistricts?
小区: residential (?:compounds?|quarters)|neighbou?rhoods?
楼: buildings?
电梯: elevators?|lifts?\b
停车: parking
厕所: toilets?
公园: parks?\b
党员: Party members?
干部: officials?|cadres?
书记: secretar
志愿: volunteers?
网格: grids?\b
案件: cases?\b
电影: films?
图书: books?\b
博物馆: museums?
预期寿命: life expectancy
教育: education
培训: train
补贴: subsid
补助: subsid
低保: subsistence allowance
残疾: disabilit|disabled
儿童: child
老年: elderly|senior
军: troops|military
今年: this year
去年: last year
上年: last year|previous year
上半年: first half
第一产业: primary (?:industry|sector)
第二产业: secondary (?:industry|sector)
第三产业: tertiary (?:industry|sector)
比重: share|proportion
占比: share|proportion
贡献: contribut
单位: institutions?|units?\b|organi[sz]ations?
级: levels?\b|tiers?\b
方面: areas?\b|aspects?|respects?\b|fields?\b
领域: areas?\b|fields?\b|sectors?\b
措施: measures?
政策: polic(?:y|ies)
任务: tasks?\b
部门: departments?
省: provinc
县: count(?:y|ies)
平台: platforms?
中心: cent(?:er|re)s?\b
床位: beds?\b
幼儿园: kindergartens?
基站: base stations?
航班: flights?
卫星: satellites?
建议: suggestions?|proposals?
提案: proposals?
法律: laws?\b
法规: regulations?
标准: standards?
试点: pilots?\b|trials?\b
大项: sports\b|events?\b
冠军: championships?|titles?\b
世界纪录: records?\b
运动员: athletes?
地震: earthquakes?
火灾: fires?\b
事故: accidents?
死亡: deaths?|died\b|mortality
受伤: injur
隐患: hazards?|hidden dangers?
投诉: complaints?
罚款: fines?\b
合同: contracts?
协议: agreements?
奖: awards?|prizes?
医生: doctors?
护士: nurses?
患者: patients?
用户: users?\b|subscribers?
快递: express
列车: trains?\b
汽车: vehicles?|cars?\b|automobiles?
船: ships?\b|vessels?
舰: ships?\b|vessels?
隧道: tunnels?
泊位: berths?
水库: reservoirs?
井: wells?\b
纳税人: taxpayers?
实验室: laborator
图书馆: librar
演出: performances?|shows?\b
职工: workers?|employees?
农民工: migrant
退役: veterans?
游客: tourists?|visitors?
男: male\b|males\b|men\b|boys?\b
女: female|women|girls?\b
出生: births?\b|born\b
风电: wind
水电: hydropower|hydroelectric
核电: nuclear
光伏: photovoltaic|solar|PV\b
新能源汽车: new energy vehicles?|electric vehicles?
水泥: cement
玻璃: glass
化肥: fertili[sz]er
棉花: cotton
糖: sugar
猪肉: pork
牛肉: beef
羊肉: mutton
禽: poultry
蛋: eggs?\b
奶: milk|dairy
中央: central
地方: local
"""

NOUNS = tuple(
    (chinese, re.compile(rf"\b(?:{english})", re.IGNORECASE))
    for chinese, _, english in (line.partition(": ") for line in _TABLE.strip().splitlines())
)
