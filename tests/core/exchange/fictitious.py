"""Releases of people, places and numbers that do not exist, in the shapes of real ones."""

from dataclasses import dataclass

from tilshi.release import Role


@dataclass(frozen=True)
class Sample:
    """A release in four languages: the role of each part and its text."""

    template: str
    parts: tuple[tuple[Role, dict[str, str]], ...]

    def texts(self, language: str) -> list[str]:
        return [texts[language] for _role, texts in self.parts]

    def roles(self) -> list[Role]:
        return [role for role, _texts in self.parts]


def part(role: Role, en: str, fr: str, ru: str, kk: str) -> tuple[Role, dict[str, str]]:
    return role, {"en": en, "fr": fr, "ru": ru, "kk": kk}


CLOSING = (
    part(
        Role.CONTACT_INTRO,
        "For more information, please contact:",
        "Pour de plus amples informations, veuillez contacter :",
        "Для получения дополнительной информации обращайтесь:",
        "Толығырақ ақпарат алу үшін хабарласыңыз:",
    ),
    part(
        Role.CONTACT_NAME,
        "Jane Example, ICRC delegation in Port-Example",
        "Jane Example, délégation du CICR à Port-Exemple",
        "Джейн Экзампл, делегация МККК в Порт-Примере",
        "Джейн Экзампл, ХҚКК-нің Порт-Мысалдағы өкілдігі",
    ),
    part(
        Role.CONTACT_PHONE,
        "Tel.: +999 555 010 010",
        "Tél. : +999 555 010 010",
        "Тел.: +999 555 010 010",
        "Тел.: +999 555 010 010",
    ),
    part(
        Role.CONTACT_EMAIL,
        "Email: press@example.org",
        "Courriel : press@example.org",
        "Эл. почта: press@example.org",
        "Эл. пошта: press@example.org",
    ),
    part(
        Role.WEBSITE,
        "Visit our website: www.example.org",
        "Consultez notre site web : www.example.org",
        "Наш сайт: www.example.org",
        "Біздің веб-сайтымыз: www.example.org",
    ),
)
LINKS = (
    part(
        Role.FOOTAGE_INTRO,
        "To watch and download footage in broadcast quality, please go to:",
        "Pour visionner et télécharger les images en qualité broadcast, rendez-vous sur :",
        "Видеоматериалы в вещательном качестве можно посмотреть и скачать по ссылке:",
        "Эфирлік сападағы бейнематериалдарды көру және жүктеп алу үшін мына сілтемеге өтіңіз:",
    ),
    part(Role.FOOTAGE, *["Welcome to the newsroom (newsroom.example.org)"] * 4),
    part(
        Role.SOCIAL_INTRO,
        "Follow us on social media:",
        "Suivez-nous sur les réseaux sociaux :",
        "Мы в социальных сетях:",
        "Әлеуметтік желілердегі парақшаларымыз:",
    ),
    part(Role.SOCIAL_LINKS, *["facebook.com/example, X, Instagram.com/example, Youtube.com/examplefilms"] * 4),
)

PRESS_RELEASE = Sample(
    "press-release",
    (
        part(
            Role.KICKER,
            "ICRC News Release",
            "Communiqué de presse du CICR",
            "Пресс-релиз МККК",
            "ХҚКК Баспасөз хабарламасы",
        ),
        part(Role.DATE, "1 June 2026", "1er juin 2026", "1 июня 2026 года", "2026 жылғы 1 маусым"),
        part(
            Role.HEADLINE,
            "Examplia: Director ends visit to Port-Example with a call to protect the water supply",
            "Exemplie : la directrice achève sa visite à Port-Exemple en appelant à protéger l’eau",
            "Примерия: директор завершила визит в Порт-Пример призывом защищать водоснабжение",
            "Мысалия: директор Порт-Мысалға сапарын сумен жабдықтауды қорғауға шақырумен аяқтады",
        ),
        part(
            Role.LEAD,
            "Port-Example (ICRC) – The regional director of the International Committee of the Red Cross (ICRC), "
            "Jane Example, on Monday ended a three-day visit to Examplia.",
            "Port-Exemple (CICR) – La directrice régionale du Comité international de la Croix-Rouge (CICR), "
            "Jane Example, a achevé lundi une visite de trois jours en Exemplie.",
            "Порт-Пример (МККК) – Региональный директор Международного Комитета Красного Креста (МККК) "
            "Джейн Экзампл в понедельник завершила трехдневный визит в Примерию.",
            "Порт-Мысал (ХҚКК) – Халықаралық Қызыл Крест Комитетінің (ХҚКК) өңірлік директоры "
            "Джейн Экзампл дүйсенбі күні Мысалияға үш күндік сапарын аяқтады.",
        ),
        part(
            Role.BODY,
            "She met the Minister of Health, John Sample, to discuss the repair of 14 pumping stations. They agreed on "
            "safe access for engineers.",
            "Elle a rencontré le ministre de la Santé, John Sample, pour discuter de la réparation de 14 stations de "
            "pompage. Ils sont convenus d’un accès sûr pour les ingénieurs.",
            "Она встретилась с министром здравоохранения Джоном Сэмплом, чтобы обсудить ремонт 14 насосных станций. "
            "Они договорились о безопасном доступе для инженеров.",
            "Ол Денсаулық сақтау министрі Джон Сэмплмен кездесіп, 14 сорғы станциясын жөндеуді талқылады. Олар "
            "инженерлердің қауіпсіз қол жеткізуі туралы келісті.",
        ),
        part(
            Role.QUOTE,
            "“Water is not a weapon,” said Ms Example. “People in the north walk four hours to fill a bucket.”",
            "« L’eau n’est pas une arme », a déclaré Mme Example. « Dans le nord, les gens marchent quatre heures. »",
            "«Вода – не оружие, – заявила г-жа Экзампл. – На севере люди идут за водой четыре часа».",
            "«Су – қару емес», – деп мәлімдеді Экзампл ханым. – «Солтүстікте адамдар су үшін төрт сағат жүреді».",
        ),
        part(
            Role.BACKGROUND,
            "The ICRC has worked in Examplia since 1998. From its office in Port-Example it supports hospitals and "
            "cooperates closely with the Examplia Red Crescent Society.",
            "Le CICR travaille en Exemplie depuis 1998. Depuis son bureau de Port-Exemple, il soutient les hôpitaux et "
            "collabore étroitement avec la Société du Croissant-Rouge d’Exemplie.",
            "МККК работает в Примерии с 1998 года. Его представительство в Порт-Примере поддерживает больницы и тесно "
            "сотрудничает с Обществом Красного Полумесяца Примерии.",
            "ХҚКК Мысалияда 1998 жылдан бері жұмыс істейді. Порт-Мысалдағы өкілдігі ауруханаларға көмектеседі және "
            "Мысалия Қызыл Ай қоғамымен тығыз ынтымақтастық орнатты.",
        ),
        *CLOSING,
        *LINKS,
    ),
)
