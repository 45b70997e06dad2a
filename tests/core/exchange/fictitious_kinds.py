"""More invented releases: each kind with the parts that only it has."""

from tests.core.exchange.fictitious import CLOSING, Sample, part
from tilshi.release import Role

TWO_CONTACTS = (
    CLOSING[0],
    part(
        Role.CONTACT_NAME,
        "Jane Example, Geneva",
        "Jane Example, Genève",
        "Джейн Экзампл, Женева",
        "Джейн Экзампл, Женева",
    ),
    part(Role.CONTACT_ROLE, "Press officer", "Attachée de presse", "Пресс-секретарь", "Баспасөз хатшысы"),
    part(
        Role.CONTACT_PHONE,
        "Mobile: +999 555 010 011",
        "Portable : +999 555 010 011",
        "Моб.: +999 555 010 011",
        "Ұялы тел.: +999 555 010 011",
    ),
    part(Role.CONTACT_EMAIL, *["jane@example.org"] * 4),
    part(
        Role.CONTACT_NAME,
        "John Sample, ICRC office in Port-Example",
        "John Sample, bureau du CICR à Port-Exemple",
        "Джон Сэмпл, офис МККК в Порт-Примере",
        "Джон Сэмпл, ХҚКК-нің Порт-Мысалдағы кеңсесі",
    ),
    part(Role.CONTACT_PHONE, *["+999 555 010 012"] * 4),
    CLOSING[4],
)

STATEMENT = Sample(
    "statement",
    (
        part(
            Role.EMBARGO,
            "EMBARGOED until 10:00 GMT, 7 July 2026",
            "SOUS EMBARGO jusqu’au 7 juillet 2026, 10 h GMT",
            "ЭМБАРГО до 10:00 по Гринвичу, 7 июля 2026 года",
            "ЭМБАРГО: 2026 жылғы 7 шілде, Гринвич уақыты бойынша сағат 10:00-ге дейін жариялауға болмайды",
        ),
        part(Role.KICKER, "ICRC Statement", "Déclaration du CICR", "Заявление МККК", "ХҚКК мәлімдемесі"),
        part(Role.DATE, "7 July 2026", "7 juillet 2026", "7 июля 2026 года", "2026 жылғы 7 шілде"),
        part(
            Role.HEADLINE,
            "Examplia: Civilians must be allowed to leave Port-Example safely",
            "Exemplie : les civils doivent pouvoir quitter Port-Exemple en sécurité",
            "Примерия: гражданским лицам должна быть дана возможность безопасно покинуть Порт-Пример",
            "Мысалия: бейбіт тұрғындарға Порт-Мысалдан қауіпсіз кетуге мүмкіндік берілуге тиіс",
        ),
        part(
            Role.LEAD,
            "Port-Example (ICRC) – Thousands of people are trapped without food and water after a week of shelling.",
            "Port-Exemple (CICR) – Des milliers de personnes sont prises au piège, sans nourriture ni eau.",
            "Порт-Пример (МККК) – Тысячи людей остаются без еды и воды после недели обстрелов.",
            "Порт-Мысал (ХҚКК) – Бір апталық атқылаудан кейін мыңдаған адам азық-түліксіз және сусыз қалды.",
        ),
        part(
            Role.BODY,
            "Under international humanitarian law, the parties must do all they can to spare civilians.",
            "En vertu du droit international humanitaire, les parties doivent tout faire pour épargner les civils.",
            "Согласно международному гуманитарному праву стороны должны делать все возможное, чтобы щадить людей.",
            "Халықаралық гуманитарлық құқық бойынша тараптар бейбіт тұрғындарды аяу үшін бар күшін салуға тиіс.",
        ),
        part(
            Role.QUOTE,
            "“We are ready to help them leave, but we need guarantees,” said Jane Example, head of the delegation.",
            "« Nous sommes prêts à les aider, mais il nous faut des garanties », a déclaré Jane Example.",
            "«Мы готовы помочь им уехать, но нам нужны гарантии», – заявила глава делегации Джейн Экзампл.",
            "«Біз оларға кетуге көмектесуге дайынбыз, бірақ бізге кепілдік керек», – деді Джейн Экзампл.",
        ),
        part(
            Role.BODY,
            "Since Sunday, the ICRC has been in contact with all sides about a pause of six hours.",
            "Depuis dimanche, le CICR est en contact avec toutes les parties au sujet d’une pause de six heures.",
            "С воскресенья МККК поддерживает контакт со всеми сторонами о паузе продолжительностью шесть часов.",
            "Жексенбіден бері ХҚКК алты сағаттық үзіліс туралы барлық тараппен байланыста.",
        ),
        *TWO_CONTACTS,
    ),
)
ADVISORY = Sample(
    "media-advisory",
    (
        part(
            Role.KICKER,
            "ICRC Media Advisory",
            "Avis aux médias du CICR",
            "МККК: анонс для СМИ",
            "ХҚКК: БАҚ өкілдеріне хабарландыру",
        ),
        part(Role.DATE, "1 October 2026", "1er octobre 2026", "1 октября 2026 года", "2026 жылғы 1 қазан"),
        part(
            Role.HEADLINE,
            "Port-Example: Exhibition on the protection of water",
            "Port-Exemple : exposition sur la protection de l’eau",
            "Порт-Пример: выставка о защите водоснабжения",
            "Порт-Мысал: суды қорғау туралы көрме",
        ),
        part(
            Role.LEAD,
            "The International Committee of the Red Cross (ICRC) invites the media to the opening of an exhibition.",
            "Le Comité international de la Croix-Rouge (CICR) invite les médias au vernissage d’une exposition.",
            "Международный Комитет Красного Креста (МККК) приглашает представителей СМИ на открытие выставки.",
            "Халықаралық Қызыл Крест Комитеті (ХҚКК) БАҚ өкілдерін көрменің ашылуына шақырады.",
        ),
        part(Role.FACT, "What: opening of the exhibition", "Quoi : vernissage", "Что: открытие", "Не: көрменің ашылуы"),
        part(
            Role.FACT,
            "When: Thursday, 8 October 2026, 11:00",
            "Quand : jeudi 8 octobre 2026, 11 h",
            "Когда: четверг, 8 октября 2026 года, 11:00",
            "Қашан: 2026 жылғы 8 қазан, бейсенбі, сағат 11:00",
        ),
        part(
            Role.FACT,
            "Where: Sample Museum, Port-Example",
            "Où : musée Sample, Port-Exemple",
            "Где: музей «Сэмпл», Порт-Пример",
            "Қайда: «Сэмпл» мұражайы, Порт-Мысал",
        ),
        part(Role.FACT, "Who: Jane Example; artists", "Qui : Jane Example", "Кто: Джейн Экзампл", "Кім: Джейн Экзампл"),
        part(
            Role.BODY,
            "Visitors can try what it means to carry twenty litres of water over a hill.",
            "Les visiteurs pourront essayer de porter vingt litres d’eau en haut d’une colline.",
            "Посетители смогут попробовать пронести двадцать литров воды через холм.",
            "Келушілер жиырма литр суды төбеден асырып көтеріп көре алады.",
        ),
        part(
            Role.ACCREDITATION,
            "Accreditation: by 6 October at press@example.org",
            "Accréditation : avant le 6 octobre à press@example.org",
            "Аккредитация: до 6 октября по адресу press@example.org",
            "Аккредиттеу: 6 қазанға дейін press@example.org мекенжайы бойынша",
        ),
        *CLOSING,
    ),
)
UPDATE = Sample(
    "operational-update",
    (
        part(
            Role.KICKER,
            "ICRC Operational Update",
            "Point sur les opérations du CICR",
            "Сводка о работе МККК",
            "ХҚКК-нің жұмыс барысы туралы мәліметі",
        ),
        part(Role.DATE, "15 August 2026", "15 août 2026", "15 августа 2026 года", "2026 жылғы 15 тамыз"),
        part(
            Role.HEADLINE,
            "Examplia: Three months of work in the north",
            "Exemplie : trois mois de travail dans le nord",
            "Примерия: три месяца работы на севере",
            "Мысалия: солтүстіктегі үш айлық жұмыс",
        ),
        part(
            Role.LEAD,
            "From May to July 2026, the ICRC helped more than 90,000 people in four districts of Examplia.",
            "De mai à juillet 2026, le CICR a aidé plus de 90 000 personnes dans quatre districts d’Exemplie.",
            "С мая по июль 2026 года МККК оказал помощь более чем 90 000 человек в четырех районах Примерии.",
            "2026 жылғы мамыр–шілдеде ХҚКК Мысалияның төрт ауданында 90 000-нан астам адамға көмек көрсетті.",
        ),
        part(Role.SECTION_HEADING, "Water and sanitation", "Eau et assainissement", "Водоснабжение", "Сумен жабдықтау"),
        part(
            Role.BODY,
            "Engineers repaired nine pumping stations and replaced four kilometres of pipes.",
            "Des ingénieurs ont réparé neuf stations de pompage et remplacé quatre kilomètres de conduites.",
            "Инженеры отремонтировали девять насосных станций и заменили четыре километра труб.",
            "Инженерлер тоғыз сорғы станциясын жөндеп, төрт шақырым құбырды ауыстырды.",
        ),
        part(Role.SECTION_HEADING, "Health care", "Soins de santé", "Здравоохранение", "Денсаулық сақтау"),
        part(
            Role.BODY,
            "Two hospitals received medicines and equipment. They include:",
            "Deux hôpitaux ont reçu des médicaments et du matériel. Il s’agit notamment de :",
            "Две больницы получили медикаменты и оборудование. В их числе:",
            "Екі аурухана дәрі-дәрмек пен жабдық алды. Олардың қатарында:",
        ),
        part(Role.LIST_ITEM, "surgical kits;", "kits chirurgicaux ;", "хирургические наборы;", "хирургиялық жинақтар;"),
        part(Role.LIST_ITEM, "two generators.", "deux générateurs.", "два генератора.", "екі генератор."),
        part(
            Role.BACKGROUND,
            "The ICRC has been present in Examplia since 1998 and works closely with the Examplia Red Crescent.",
            "Le CICR est présent en Exemplie depuis 1998 et collabore avec le Croissant-Rouge d’Exemplie.",
            "МККК присутствует в Примерии с 1998 года и сотрудничает с Обществом Красного Полумесяца.",
            "ХҚКК Мысалияда 1998 жылдан бері жұмыс істейді және Мысалия Қызыл Ай қоғамымен ынтымақтасады.",
        ),
        *CLOSING,
    ),
)
JOINT = Sample(
    "joint-statement",
    (
        part(
            Role.KICKER,
            "Joint Statement",
            "Déclaration conjointe",
            "Совместное заявление",
            "Бірлескен мәлімдеме",
        ),
        part(Role.DATE, "3 March 2026", "3 mars 2026", "3 марта 2026 года", "2026 жылғы 3 наурыз"),
        part(
            Role.HEADLINE,
            "Leaders call for an end to attacks on hospitals",
            "Des dirigeants appellent à cesser les attaques contre les hôpitaux",
            "Руководители призывают прекратить нападения на больницы",
            "Басшылар ауруханаларға шабуылды тоқтатуға шақырады",
        ),
        part(
            Role.LEAD,
            "We, the heads of two organisations, are appalled by the destruction of hospitals in Examplia.",
            "Nous, responsables de deux organisations, sommes consternés par la destruction d’hôpitaux en Exemplie.",
            "Мы, главы двух организаций, потрясены разрушением больниц в Примерии.",
            "Біз, екі ұйымның басшылары, Мысалиядағы ауруханалардың қиратылуына қатты алаңдаймыз.",
        ),
        part(
            Role.BODY,
            "We ask all those who have influence over the parties to use it now, before more lives are lost.",
            "Nous demandons à tous ceux qui ont une influence sur les parties d’en user maintenant.",
            "Мы просим всех, кто имеет влияние на стороны, воспользоваться им сейчас.",
            "Тараптарға ықпалы бар барлық адамнан оны қазір пайдалануды сұраймыз.",
        ),
        part(
            Role.SIGNATORY,
            "Jane Example, President, Sample Committee",
            "Jane Example, présidente, Comité Sample",
            "Джейн Экзампл, президент, Комитет «Сэмпл»",
            "Джейн Экзампл, президент, «Сэмпл» комитеті",
        ),
        part(
            Role.SIGNATORY,
            "John Sample, Secretary General, Dummy Federation",
            "John Sample, secrétaire général, Fédération Dummy",
            "Джон Сэмпл, генеральный секретарь, Федерация «Дамми»",
            "Джон Сэмпл, бас хатшы, «Дамми» федерациясы",
        ),
        *CLOSING,
    ),
)
KINDS = (STATEMENT, ADVISORY, UPDATE, JOINT)
