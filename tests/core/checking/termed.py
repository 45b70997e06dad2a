"""Invented releases full of terms, names and acronyms, right in four languages, and mistakes to plant in them."""

from __future__ import annotations

from dataclasses import dataclass

from tilshi.release import Block, Release, Role, Segment, Target, Text

LANGUAGES = ("en", "kk", "ru", "fr")

Parts = tuple[tuple[Role, tuple[str, str, str, str]], ...]


def part(role: Role, *texts: str) -> tuple[Role, tuple[str, str, str, str]]:
    """A part in English, Kazakh, Russian and French."""
    en, kk, ru, fr = texts
    return role, (en, kk, ru, fr)


FAMILIES = (
    part(
        Role.KICKER,
        "ICRC Press Release",
        "ХҚКК Баспасөз хабарламасы",
        "Пресс-релиз МККК",
        "Communiqué de presse du CICR",
    ),
    part(
        Role.HEADLINE,
        "Examplia: Families of missing persons receive first answers",
        "Мысалия: хабар-ошарсыз кеткен адамдардың отбасылары алғашқы жауаптарын алды",
        "Примерия: семьи лиц, пропавших без вести, получили первые ответы",
        "Exemplie : les familles de personnes disparues reçoivent leurs premières réponses",
    ),
    part(
        Role.LEAD,
        "Port-Example (ICRC) – The International Committee of the Red Cross (ICRC) and the Examplia Red "
        "Crescent Society have helped 214 families find out what happened to their relatives. The work "
        "follows international humanitarian law (IHL).",
        "Порт-Мысал (ХҚКК) – Халықаралық Қызыл Крест Комитеті (ХҚКК) мен Мысалия Қызыл Ай қоғамы 214 "
        "отбасыға туыстарының тағдырын білуге көмектесті. Бұл жұмыс халықаралық гуманитарлық құқыққа (ХГҚ) "
        "сүйенеді.",
        "Порт-Пример (МККК) – Международный Комитет Красного Креста (МККК) и Общество Красного Полумесяца "
        "Примерии помогли 214 семьям узнать о судьбе близких. Эта работа опирается на международное "
        "гуманитарное право (МГП).",
        "Port-Exemple (CICR) – Le Comité international de la Croix-Rouge (CICR) et la Société du "
        "Croissant-Rouge d’Exemplie ont aidé 214 familles à connaître le sort de leurs proches. Ce travail "
        "se fonde sur le droit international humanitaire (DIH).",
    ),
    part(
        Role.BODY,
        "ICRC delegates visited prisoners of war and checked that they could exchange Red Cross messages "
        "with their families. Under IHL, the parties to the conflict must respect prisoners of war and "
        "civilian internees.",
        "ХҚКК делегаттары әскери тұтқындарға барып, олардың отбасыларымен Қызыл Крест хаттарын алмаса "
        "алатынын тексерді. ХГҚ бойынша қақтығыс тараптары әскери тұтқындар мен интерндалған бейбіт "
        "тұрғындарды құрметтеуге тиіс.",
        "Делегаты МККК посетили военнопленных и убедились, что те могут обмениваться с семьями посланиями "
        "Красного Креста. Согласно МГП стороны в конфликте должны уважать военнопленных и интернированных "
        "гражданских лиц.",
        "Les délégués du CICR ont rendu visite à des prisonniers de guerre et vérifié qu’ils pouvaient "
        "échanger des messages Croix-Rouge avec leurs familles. Selon le DIH, les parties au conflit doivent "
        "respecter les prisonniers de guerre et les internés civils.",
    ),
    part(
        Role.BODY,
        "Humanitarian needs remain high. The ICRC delivered food parcels and hygiene kits, and deminers "
        "cleared anti-personnel mines near two hospitals.",
        "Гуманитарлық қажеттіліктер әлі де жоғары. ХҚКК азық-түлік жиынтықтары мен гигиеналық жиынтықтар "
        "жеткізді, ал саперлер екі аурухана маңын жаяу әскерге қарсы миналардан тазартты.",
        "Гуманитарные потребности по-прежнему велики. МККК доставил продовольственные и гигиенические "
        "наборы, а саперы очистили от противопехотных мин территорию у двух больниц.",
        "Les besoins humanitaires restent élevés. Le CICR a livré des colis alimentaires et des kits "
        "d’hygiène, et des démineurs ont retiré des mines antipersonnel près de deux hôpitaux.",
    ),
    part(
        Role.QUOTE,
        "“Every answer matters,” said Maria Testova, head of the ICRC delegation. “We will go on looking.”",
        "«Әр жауап маңызды», – деді ХҚКК өкілдігінің басшысы Мария Тестова. – «Біз іздеуді жалғастырамыз».",
        "«Каждый ответ важен, – сказала глава делегации МККК Мария Тестова. – Мы продолжим поиски».",
        "« Chaque réponse compte », a déclaré Maria Testova, cheffe de la délégation du CICR. « Nous "
        "continuerons à chercher. »",
    ),
    part(
        Role.BACKGROUND,
        "Ms Testova met the Minister of Foreign Affairs, Arman Ulgiev, in Astana. Kazakhstan is a State "
        "party to the Geneva Conventions and their Additional Protocols.",
        "Тестова ханым Астанада Сыртқы істер министрі Арман Үлгиевпен кездесті. Қазақстан – Женева "
        "конвенциялары мен олардың Қосымша хаттамаларына қатысушы мемлекет.",
        "Г-жа Тестова встретилась в Астане с министром иностранных дел Арманом Ульгиевым. Казахстан – "
        "государство-участник Женевских конвенций и Дополнительных протоколов к ним.",
        "Mme Testova a rencontré le ministre des Affaires étrangères, Arman Oulguiev, à Astana. Le "
        "Kazakhstan est un État partie aux Conventions de Genève et à leurs Protocoles additionnels.",
    ),
    part(
        Role.BODY,
        "Arman Ulgiev promised that humanitarian workers would have humanitarian access to all detainees.",
        "Арман Үлгиев гуманитарлық сала қызметкерлері қамаудағы барлық адамдарға гуманитарлық "
        "қолжетімділікке ие болады деп уәде берді.",
        "Арман Ульгиев пообещал, что гуманитарные работники получат гуманитарный доступ ко всем задержанным лицам.",
        "Arman Oulguiev a promis que les travailleurs humanitaires auraient un accès humanitaire à tous les détenus.",
    ),
    part(
        Role.CONTACT_NAME,
        "Maria Testova, ICRC delegation in Astana",
        "Мария Тестова, ХҚКК-нің Астанадағы өкілдігі",
        "Мария Тестова, делегация МККК в Астане",
        "Maria Testova, délégation du CICR à Astana",
    ),
)

VISIT = (
    part(
        Role.KICKER,
        "ICRC News Note",
        "ХҚКК: ақпараттық хабарлама",
        "МККК: информационная записка",
        "Note d’information du CICR",
    ),
    part(
        Role.HEADLINE,
        "Kazakhstan: ICRC President Mirjana Spoljaric meets Kassym-Jomart Tokayev",
        "Қазақстан: ХҚКК президенті Мирьяна Сполярич Қасым-Жомарт Тоқаевпен кездесті",
        "Казахстан: президент МККК Мирьяна Сполярич встретилась с Касым-Жомартом Токаевым",
        "Kazakhstan : la présidente du CICR Mirjana Spoljaric rencontre Kassym-Jomart Tokaïev",
    ),
    part(
        Role.LEAD,
        "Astana (ICRC) – The President of the International Committee of the Red Cross (ICRC), Mirjana "
        "Spoljaric, and President Tokayev spoke about armed conflicts and the protection of civilians.",
        "Астана (ХҚКК) – Халықаралық Қызыл Крест Комитетінің (ХҚКК) президенті Мирьяна Сполярич пен "
        "Президент Тоқаев қарулы қақтығыстар және бейбіт тұрғындарды қорғау туралы сөйлесті.",
        "Астана (МККК) – Президент Международного Комитета Красного Креста (МККК) Мирьяна Сполярич и "
        "Президент Токаев говорили о вооруженных конфликтах и защите гражданских лиц.",
        "Astana (CICR) – La présidente du Comité international de la Croix-Rouge (CICR), Mirjana Spoljaric, "
        "et le président Tokaïev ont parlé des conflits armés et de la protection des civils.",
    ),
    part(
        Role.BODY,
        "President Spoljaric thanked the United Nations (UN) and the World Health Organization (WHO), which "
        "helps the wounded and sick. WHO works in Almaty and Bishkek.",
        "Президент Сполярич Біріккен Ұлттар Ұйымына (БҰҰ) және жаралылар мен ауруларға көмектесетін "
        "Дүниежүзілік денсаулық сақтау ұйымына (ДДСҰ) алғыс айтты. ДДСҰ Алматы мен Бішкекте жұмыс істейді.",
        "Президент Сполярич поблагодарила Организацию Объединенных Наций (ООН) и Всемирную организацию "
        "здравоохранения (ВОЗ), которая помогает раненым и больным. ВОЗ работает в Алматы и Бишкеке.",
        "La présidente Spoljaric a remercié l’Organisation des Nations Unies (ONU) et l’Organisation "
        "mondiale de la santé (OMS), qui aide les blessés et les malades. L’OMS travaille à Almaty et à "
        "Bichkek.",
    ),
    part(
        Role.QUOTE,
        "“Respect for international humanitarian law saves lives,” said Mirjana Spoljaric.",
        "«Халықаралық гуманитарлық құқықты құрметтеу адам өмірін сақтайды», – деді Мирьяна Сполярич.",
        "«Соблюдение международного гуманитарного права спасает жизни», – сказала Мирьяна Сполярич.",
        "« Le respect du droit international humanitaire sauve des vies », a déclaré Mirjana Spoljaric.",
    ),
    part(
        Role.BACKGROUND,
        "The ICRC helps refugees and people affected by armed conflict. Non-governmental organizations "
        "(NGOs) and volunteers of the Kazakhstan Red Crescent Society work with the ICRC’s delegation in "
        "Astana.",
        "ХҚКК босқындар мен қарулы қақтығыстан зардап шеккен адамдарға көмектеседі. Үкіметтік емес ұйымдар "
        "(ҮЕҰ) мен Қазақстан Қызыл Ай қоғамының еріктілері ХҚКК-нің Астанадағы өкілдігімен бірге жұмыс "
        "істейді.",
        "МККК помогает беженцам и лицам, пострадавшим от вооруженного конфликта. Неправительственные "
        "организации (НПО) и волонтеры Общества Красного Полумесяца Республики Казахстан работают с "
        "делегацией МККК в Астане.",
        "Le CICR aide les réfugiés et les personnes touchées par un conflit armé. Des organisations non "
        "gouvernementales (ONG) et des volontaires du Croissant-Rouge du Kazakhstan travaillent avec la "
        "délégation du CICR à Astana.",
    ),
)


def release(parts: Parts, source: str = "en") -> Release:
    """A release with the segments s0, s1, …, each in a block of its own."""
    at = LANGUAGES.index(source)
    blocks = []
    for number, (role, texts) in enumerate(parts):
        targets = tuple(
            (language, Target(Text(text)))
            for language, text in zip(LANGUAGES, texts, strict=True)
            if language != source
        )
        blocks.append(Block(f"p{number}", role, (Segment(f"s{number}", Text(texts[at]), targets),)))
    others = tuple(language for language in LANGUAGES if language != source)
    return Release("invented", source, others, blocks=tuple(blocks))


@dataclass(frozen=True)
class Planted:
    """A mistake: in a part and language, `wrong` stands for `right`; found by a rule whose id begins so."""

    parts: Parts
    number: int
    language: str
    right: str
    wrong: str
    rule: str


MISTAKES = (
    # A wrong term, of the same kind or nothing like it.
    Planted(FAMILIES, 1, "kk", "хабар-ошарсыз кеткен адамдардың", "босқындардың", "term.missing"),
    Planted(FAMILIES, 3, "kk", "интерндалған бейбіт тұрғындарды", "босқындарды", "term.missing"),
    Planted(FAMILIES, 4, "kk", "Гуманитарлық қажеттіліктер", "Ізгілік қажеттіліктері", "term.missing"),
    Planted(FAMILIES, 6, "kk", "Сыртқы істер министрі", "Қорғаныс министрі", "term.missing"),
    Planted(VISIT, 2, "kk", "қарулы қақтығыстар", "соғыс қылмыстары", "term.missing"),
    Planted(VISIT, 4, "kk", "Халықаралық гуманитарлық құқықты", "Халықаралық құқықты", "term.missing"),
    Planted(VISIT, 5, "kk", "босқындар", "мигранттар", "term.missing"),
    Planted(FAMILIES, 3, "ru", "интернированных гражданских лиц", "заложников", "term.missing"),
    Planted(FAMILIES, 4, "ru", "Гуманитарные потребности", "Насущные потребности", "term.missing"),
    Planted(VISIT, 4, "ru", "международного гуманитарного права", "международного права", "term.missing"),
    Planted(FAMILIES, 3, "fr", "des prisonniers de guerre", "des otages", "term.missing"),
    Planted(FAMILIES, 7, "fr", "un accès humanitaire", "un couloir humanitaire", "term.missing"),
    # Forbidden terms, in their forms.
    Planted(FAMILIES, 2, "kk", "Қызыл Ай қоғамы", "Қызыл Жарты Ай қоғамы", "term.forbidden"),
    Planted(FAMILIES, 4, "kk", "ХҚКК азық-түлік", "ХККК азық-түлік", "term.forbidden"),
    Planted(FAMILIES, 5, "kk", "өкілдігінің басшысы", "делегациясының басшысы", "term.forbidden"),
    Planted(FAMILIES, 6, "kk", "Женева конвенциялары", "Женевалық конвенциялар", "term.forbidden"),
    Planted(FAMILIES, 6, "kk", "Қосымша хаттамаларына", "Қосымша протоколдарына", "term.forbidden"),
    Planted(VISIT, 2, "kk", "қарулы қақтығыстар", "қарулы жанжалдар", "term.forbidden"),
    Planted(VISIT, 5, "kk", "Қазақстан Қызыл Ай", "Қазакстан Қызыл Ай", "term.forbidden"),
    Planted(FAMILIES, 3, "ru", "уважать военнопленных", "уважать пленных", "term.forbidden"),
    Planted(VISIT, 2, "ru", "вооруженных конфликтах", "вооруженных столкновениях", "term.forbidden"),
    Planted(VISIT, 4, "ru", "гуманитарного права", "гуманитарного законодательства", "term.forbidden"),
    Planted(VISIT, 4, "fr", "droit international humanitaire", "droit humanitaire international", "term.forbidden"),
    # Acronyms.
    Planted(FAMILIES, 2, "kk", "(ХГҚ)", "(ХГК)", "acr.intro"),
    Planted(FAMILIES, 2, "kk", "(ХГҚ)", "(ХҚГ)", "acr.intro"),
    Planted(VISIT, 3, "kk", "(ДДСҰ)", "(ДСДҰ)", "acr.intro"),
    Planted(FAMILIES, 2, "fr", "(DIH)", "(DHI)", "acr.intro"),
    Planted(FAMILIES, 4, "kk", "ХҚКК азық-түлік", "МККК азық-түлік", "acr.two"),
    Planted(FAMILIES, 4, "fr", "Le CICR", "L’ICRC", "acr.two"),
    Planted(VISIT, 5, "ru", "МККК помогает", "МКК помогает", "acr.two"),
    Planted(FAMILIES, 8, "kk", "ХҚКК-нің", "ХҚККнің", "acr.suffix"),
    Planted(VISIT, 5, "kk", "ХҚКК-нің", "ХҚКК-ның", "acr.suffix"),
    Planted(VISIT, 5, "ru", "делегацией МККК", "делегацией МККК-а", "acr.suffix"),
    # Names, in their forms.
    Planted(VISIT, 1, "kk", "Мирьяна Сполярич", "Мирьяна Сполярнич", "name.register"),
    Planted(VISIT, 3, "kk", "Президент Сполярич", "Президент Споляриш", "name.register"),
    Planted(VISIT, 1, "kk", "Тоқаевпен", "Токаевпен", "name.register"),
    Planted(VISIT, 3, "kk", "Бішкекте", "Бишкекте", "name.register"),
    Planted(VISIT, 1, "ru", "Токаевым", "Такаевым", "name.register"),
    Planted(VISIT, 4, "fr", "Mirjana Spoljaric", "Mirjana Spolajric", "name.register"),
    Planted(VISIT, 3, "kk", "Алматы мен Бішкекте", "Бішкекте", "name.missing"),
    Planted(FAMILIES, 5, "ru", " Мария Тестова", "", "name.missing"),
    Planted(FAMILIES, 8, "kk", "Мария Тестова", "Мария Тестава", "name.mixed"),
    Planted(FAMILIES, 6, "kk", "Үлгиевпен", "Үлгевпен", "name.mixed"),
    Planted(FAMILIES, 7, "ru", "Арман Ульгиев", "Арман Ольгиев", "name.mixed"),
    Planted(FAMILIES, 8, "fr", "Maria Testova", "Maria Testowa", "name.mixed"),
)
