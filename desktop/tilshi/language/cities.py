"""In which country a city lies, by the beginnings of its name in four languages: for the cities of offices.

Capitals, seats of international organisations and the larger cities of Central Asia; whoever is not here is not known.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final


def country_of_city(text: str) -> tuple[str, int, int] | None:
    """The first city that a text names: country (ISO 3166-1 alpha-2), start and end in code points; None if none."""
    found = _pattern().search(text)
    return (_countries()[found["stem"].casefold()], found.start(), found.end()) if found else None


@cache
def _countries() -> dict[str, str]:
    rows = (line.split() for line in _CITIES.strip().splitlines())
    return {stem.replace("_", " "): country for country, *stems in rows for stem in stems}


@cache
def _pattern() -> re.Pattern[str]:
    stems = sorted(_countries(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?P<stem>{'|'.join(re.escape(stem) for stem in stems)})\w{{0,6}}(?!\w)", re.IGNORECASE)


_CITIES: Final = """
AE abu_dhabi абу-даби dubai dubaï дубай
AF kabul kaboul кабул
AM yerevan erevan ереван
AT vienna vienne вена вене вену вены
AU canberra канберр
AZ baku bakou баку
BA sarajevo сараев
BD dhaka дакк
BE brussels bruxelles брюссел
BF ouagadougou уагадугу
BG sofia софи
BI bujumbura бужумбур
BY minsk минск
CD kinshasa киншас goma гома
CF bangui банги
CH geneva genève женев bern berne берн zurich zürich цюрих lausanne лозанн
CI abidjan абиджан
CM yaoundé яунде
CN beijing pékin пекин
CO bogotá bogota богот
CY nicosia nicosie никоси
CZ prague праг
DE berlin берлин bonn бонн
DK copenhagen copenhague копенгаген
DZ algiers alger алжир
EE tallinn таллин
EG cairo caire каир
ES madrid мадрид
ET addis_ababa addis-abeba аддис-абеб
FI helsinki хельсинки
FR paris париж strasbourg страсбург
GB london londres лондон
GE tbilisi tbilissi тбилис sukhumi soukhoumi сухум
GR athens athènes афин
HR zagreb загреб
HU budapest будапешт
ID jakarta джакарт
IE dublin дублин
IL tel_aviv тель-авив jerusalem jérusalem иерусалим
IN new_delhi нью-дели
IQ baghdad bagdad багдад багдат erbil эрбил
IR tehran téhéran тегеран
IT rome рим
JO amman амман
JP tokyo токио
KE nairobi найроби
KG bishkek bichkek бишкек бішкек osh och ош
KZ astana астан almaty алмат shymkent chymkent шымкент aktau актау ақтау karaganda караганд қарағанд
LB beirut beyrouth бейрут
LK colombo коломбо
LT vilnius вильнюс
LV riga рига риге риги
LY tripoli триполи
MA rabat рабат
MD chisinau кишинев кишинёв
ML bamako бамако
MM yangon янгон
MN ulaanbaatar oulan-bator улан-батор ұлан-батор
MX mexico мехико
MY kuala_lumpur куала-лумпур
MZ maputo мапуту
NE niamey ниаме
NG abuja абудж
NL hague haye гааг
NO oslo осло
NP kathmandu katmandou катманду
PH manila manille манил
PK islamabad исламабад
PL warsaw varsovie варшав
PS gaza газа
PT lisbon lisbonne лиссабон
QA doha доха
RO bucharest bucarest бухарест
RS belgrade белград
RU moscow moscou москв мәскеу rostov-on-don rostov-sur-le-don ростов
RW kigali кигали
SA riyadh riyad эр-рияд
SD khartoum хартум
SE stockholm стокгольм
SN dakar дакар
SO mogadishu mogadiscio могадишо
SS juba djouba джуб
SY damascus damas дамаск aleppo alep алеппо
TD n’djamena нджамен
TH bangkok бангкок
TJ dushanbe douchanbé душанб
TM ashgabat achgabat ашхабад ашғабат
TN tunis тунис
TR ankara анкар istanbul стамбул ыстанбұл
UA kyiv kiev киев lviv львов donetsk донецк odesa одесс
UG kampala кампал
US washington вашингтон new_york нью-йорк
UZ tashkent tachkent ташкент samarkand samarcande самарканд самарқанд
VE caracas каракас
YE sana’a sanaa сана
ZA pretoria претори
ZW harare хараре
"""
