"""Who said what in languages other than English: reported, credited, denied and quoted in each one's ways."""

import pytest

from factcheck.compare import find_attributions

# A text, and of each utterance a part of its source and of its words, and whether it is quoted.
SAID = [
    (
        "es",
        "El portavoz de Renfe, Luis Arana, admitió ayer que el tren circulaba sin maquinista.",
        [("Luis Arana", "el tren circulaba", False)],
    ),
    (
        "es",
        "Los vecinos denuncian que la fábrica vierte tintes al río. El alcalde lo niega.",
        [("vecinos", "la fábrica vierte", False)],
    ),
    (
        "es",
        "El exministro negó haber recibido regalos y aseguró que declarará ante el juez.",
        [("exministro", "haber recibido regalos", False), ("exministro", "declarará ante el juez", False)],
    ),
    (
        "es",
        "El barco se hundió en diez minutos, según relató el capitán, Iván Duarte.",
        [("Iván Duarte", "El barco se hundió", False)],
    ),
    (
        "es",
        "«No hubo tiempo de avisar», lamentó la jefa de bomberos, Pilar Seco. «El viento cambió de golpe».",
        [("Pilar Seco", "No hubo tiempo", True)],
    ),
    (
        "es",
        "Ruiz cree que la huelga acabará pronto, pero Soto opina que durará meses.",
        [("Ruiz", "la huelga acabará", False), ("Soto", "durará meses", False)],
    ),
    (
        "es",
        "—¿Quién ha sido? —preguntó el juez.\n—Yo —contestó Marta—, y volvería a hacerlo.",
        [("juez", "Quién ha sido", True), ("Marta", "Yo", True)],
    ),
    ("es", "De acuerdo con la Fiscalía, el acusado alquiló tres pisos.", [("Fiscalía", "el acusado alquiló", False)]),
    (
        "es",
        "El embajador, que llegó en mayo, dijo en Bogotá que no habrá visados.",
        [("embajador", "no habrá visados", False)],
    ),
    ("es", "La película cuenta la vida de un minero que sueña con el mar.", []),
    ("es", "El precio varía según la temporada.", []),
    ("es", "El tenista señaló la línea con la raqueta.", []),
    ("de", "Die Ministerin sagte am Montag, die Brücke sei sicher.", [("Ministerin", "die Brücke sei sicher", False)]),
    (
        "de",
        "Laut Polizei wurden bei dem Unfall drei Menschen verletzt.",
        [("Polizei", "drei Menschen verletzt", False)],
    ),
    (
        "de",
        "Der Konzern habe die Frist verpasst, erklärte Anwältin Greta Lohse.",
        [("Greta Lohse", "Der Konzern habe die Frist", False)],
    ),
    (
        "de",
        "Der Fahrer war betrunken, so die Staatsanwaltschaft.",
        [("Staatsanwaltschaft", "Der Fahrer war betrunken", False)],
    ),
    ("de", "„Das war knapp“, sagte Torwart Emil Brandt nach dem Spiel.", [("Emil Brandt", "Das war knapp", True)]),
    ("de", "Dem Bericht zufolge fehlen 200 Lehrer.", [("Bericht", "fehlen 200 Lehrer", False)]),
    (
        "de",
        "Kanzlerin Vogt bestritt, von den Zahlungen gewusst zu haben.",
        [("Vogt", "von den Zahlungen gewusst", False)],
    ),
    (
        "de",
        "Nach Angaben der Feuerwehr brannte eine Lagerhalle nieder.",
        [("Feuerwehr", "brannte eine Lagerhalle", False)],
    ),
    (
        "fr",
        "Le ministre a affirmé jeudi que les écoles rouvriront lundi.",
        [("ministre", "les écoles rouvriront", False)],
    ),
    ("fr", "« C'est une honte », s'est indigné le député Marc Aubin.", [("Marc Aubin", "C'est une honte", True)]),
    (
        "fr",
        "L'incendie est d'origine criminelle, selon le parquet de Nîmes.",
        [("parquet de Nîmes", "L'incendie est", False)],
    ),
    ("fr", "La joueuse assure n'avoir jamais triché.", [("joueuse", "n'avoir jamais triché", False)]),
    (
        "fr",
        "Les prix vont baisser, a promis la directrice, Anne Le Goff.",
        [("Anne Le Goff", "Les prix vont baisser", False)],
    ),
    ("fr", "Les tarifs changent selon la saison.", []),
    ("pt", "O ministro negou que a barragem corra perigo.", [("ministro", "a barragem corra perigo", False)]),
    ("pt", "Segundo a Polícia Civil, o suspeito fugiu de moto.", [("Polícia Civil", "o suspeito fugiu", False)]),
    ("pt", "— Não volto mais — disse a goleira Tainá Rocha.", [("Tainá Rocha", "Não volto mais", True)]),
    ("pt", "A empresa informou que vai recorrer da multa.", [("empresa", "vai recorrer", False)]),
    ("it", "Secondo la procura, l'incendio fu doloso.", [("procura", "l'incendio fu doloso", False)]),
    ("it", "Il ministro ha smentito di aver firmato l'accordo.", [("ministro", "di aver firmato", False)]),
    ("it", "I treni torneranno regolari domani, fa sapere la compagnia.", [("compagnia", "I treni torneranno", False)]),
    ("it", "Laura Conti non usa giri di parole: «È un furto».", [("Laura Conti", "È un furto", True)]),
    ("ru", "Глава МЧС заявил, что пожар потушен.", [("Глава МЧС", "пожар потушен", False)]),
    ("ru", "По данным прокуратуры, чиновник взял взятку.", [("прокуратуры", "чиновник взял взятку", False)]),
    ("ru", "Поезд опоздал на три часа, рассказала пассажирка Анна Белова.", [("Анна Белова", "Поезд опоздал", False)]),
    ("ru", "«Мы победим», — уверен капитан команды Олег Дёмин.", [("Олег Дёмин", "Мы победим", True)]),
    ("ru", "Как сообщил губернатор Иван Громов, школы закрыты.", [("Иван Громов", "школы закрыты", False)]),
    ("ru", "Адвокат отрицает, что его клиент был на месте.", [("Адвокат", "его клиент был", False)]),
    ("uk", "«Ми не здамося», — сказав мер Петро Гай.", [("Петро Гай", "Ми не здамося", True)]),
    ("uk", "Поліція повідомила, що водій утік.", [("Поліція", "водій утік", False)]),
    ("uk", "За словами свідків, машина їхала на червоне.", [("свідків", "машина їхала", False)]),
    ("ar", "قال وزير الصحة أحمد سالم إن المستشفيات ممتلئة.", [("وزير الصحة أحمد سالم", "المستشفيات ممتلئة", False)]),
    ("ar", "وبحسب الشرطة، فر السائق من المكان.", [("الشرطة", "فر السائق", False)]),
    ("ar", "«لن نستسلم»، قال المدرب خالد نصر.", [("خالد نصر", "لن نستسلم", True)]),
    ("ar", "نفت الشركة أن تكون قد خفضت الرواتب.", [("الشركة", "تكون قد خفضت", False)]),
    ("he", "ראש הממשלה טען שהתקציב יאושר מחר.", [("ראש הממשלה", "התקציב יאושר", False)]),
    ("he", "לפי המשטרה, הנהג נמלט מהמקום.", [("המשטרה", "הנהג נמלט", False)]),
    ("he", '"לא נוותר", אמרה המאמנת דנה לוי.', [("דנה לוי", "לא נוותר", True)]),
    ("he", "החברה הכחישה כי פיטרה עובדים.", [("החברה", "פיטרה עובדים", False)]),
    ("zh", "警方表示，司机已被拘留。", [("警方", "司机已被拘留", False)]),
    ("zh", "据新华社报道，台风将于周三登陆。", [("新华社", "台风将于周三登陆", False)]),
    ("zh", "“我们不会撤退，”教练王强说。", [("王强", "我们不会撤退", True)]),
    ("zh", "市长陈立承认，预算有误。", [("陈立", "预算有误", False)]),
    ("zh", "他喜欢看小说和电影。", []),
    ("ja", "警察によると、運転手は逃走した。", [("警察", "運転手は逃走した", False)]),
    ("ja", "市長は、予算に誤りがあったと認めた。", [("市長", "予算に誤りがあった", False)]),
    ("ja", "「撤退しない」と山田監督は語った。", [("山田監督", "撤退しない", True)]),
    ("ja", "会社側は関与を否定している。", [("会社側", "関与", False)]),
    ("th", "โฆษกตำรวจกล่าวว่าคนขับหลบหนีไปแล้ว", [("โฆษกตำรวจ", "คนขับหลบหนี", False)]),
    ("th", "ตามรายงานของกรมอุตุนิยมวิทยา พายุจะขึ้นฝั่งวันพุธ", [("กรมอุตุนิยมวิทยา", "พายุจะขึ้นฝั่ง", False)]),
    ("th", "บริษัทปฏิเสธว่าไม่ได้ปลดพนักงาน", [("บริษัท", "ไม่ได้ปลดพนักงาน", False)]),
    (
        "de",
        "„Wir haben alles versucht“, sagte Trainerin Nele Hartwig, „aber am Ende fehlte Kraft.“",
        [("Nele Hartwig", "am Ende fehlte", True)],
    ),
    (
        "de",
        "Wie die Polizei am Sonntag mitteilte, wurde der Fahrer leicht verletzt.",
        [("die Polizei", "der Fahrer leicht verletzt", False)],
    ),
    (
        "ru",
        "«Мост рухнет, — предупреждал инженер Савельев ещё в мае, — если его не закрыть».",
        [("Савельев", "если его не закрыть", True)],
    ),
    ("ru", "Министр считает: налог поднимать нельзя.", [("Министр", "налог поднимать нельзя", False)]),
    ("ja", "社長の田中一郎氏は会見で「深くおわびする」と頭を下げた。", [("田中一郎", "深くおわびする", True)]),
    ("ja", "市の担当者は、来年度から値上げする方針を明らかにした。", [("市の担当者", "来年度から値上げする", False)]),
    ("th", "“เราจะไม่ยอมแพ้” นายสมชาย ใจดี โค้ชทีมชาติ กล่าว", [("นายสมชาย ใจดี", "เราจะไม่ยอมแพ้", True)]),
    (
        "th",
        "ตำรวจระบุว่า คนร้ายหลบหนี ขณะที่ทนายความปฏิเสธว่าลูกความไม่อยู่ในที่เกิดเหตุ",
        [("ตำรวจ", "คนร้ายหลบหนี", False), ("ทนายความ", "ลูกความไม่อยู่", False)],
    ),
    (
        "fr",
        "Le patron de la filature, Gilles Roux, ne décolère pas : « On nous a menti. »",
        [("Gilles Roux", "On nous a menti", True)],
    ),
    (
        "ar",
        "وأوضح المتحدث باسم الوزارة، سامي خليل، أن اللقاح سيصل الشهر المقبل.",
        [("سامي خليل", "اللقاح سيصل", False)],
    ),
    (
        "zh",
        "专家认为，水位明年将继续下降，但水务局否认存在风险。",
        [("专家", "水位明年将继续下降", False), ("水务局", "存在风险", False)],
    ),
    ("es", "El llamado «túnel de la risa» reabre mañana.", []),
    ("de", "Die Versicherten erhalten das Geld so, dass alle zufrieden sind.", []),
]


@pytest.mark.parametrize(("tag", "text", "wanted"), SAID)
def test_what_is_said_is_given_to_its_source_and_nothing_else_is(tag, text, wanted):
    found = find_attributions(text, language=tag)

    assert len(found) == len(wanted)
    for source, words, direct in wanted:
        assert any(
            one.source and source in one.source.of(text) and words in one.content.of(text) and one.direct == direct
            for one in found
        )
