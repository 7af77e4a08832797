"""Invented sentences of twelve languages to change by rule: for each kind of change, pairs whose truth is known."""

from typing import NamedTuple


class Sentences(NamedTuple):
    """One language. Every pair is one sentence in two forms.

    `negated`: said, and turned round. `counted`: a sentence with a gap, two different numbers, and the first number in
    another form. `quoted`: the same words in two papers' marks. `denied`: a neutral verb, and one that denies.
    `harmless`: the same said otherwise, though a word of a list comes or goes.
    """

    negated: list[tuple[str, str]]
    counted: list[tuple[str, str, str, str]]
    quoted: list[tuple[str, str]]
    denied: list[tuple[str, str]]
    harmless: list[tuple[str, str]]


SENTENCES = {
    "es": Sentences(
        negated=[
            ("El alcalde dijo que el puente es seguro.", "El alcalde dijo que el puente no es seguro."),
            ("Los pilares del puente resistieron.", "Ningún pilar del puente resistió."),
            ("La gestora pagó la obra con permiso.", "La gestora pagó la obra sin permiso."),
            ("El muelle es seguro.", "El muelle es inseguro."),
            ("La ministra ha visitado el puerto.", "La ministra nunca ha visitado el puerto."),
        ],
        counted=[
            ("El fondo tiene {} de coronas.", "3,5 millones", "35 millones", "3.500.000"),
            ("El puerto emplea a {} personas.", "doscientas cuarenta", "doscientas catorce", "240"),
            ("Votó el {} de los vecinos.", "12 por ciento", "21 por ciento", "12 %"),
        ],
        quoted=[("Ruiz dijo: «El muelle está cerrado».", "Ruiz dijo: “El muelle está cerrado”.")],
        denied=[("La alcaldesa dijo que hubo pagos.", "La alcaldesa negó que hubo pagos.")],
        harmless=[
            ("El puente es viejo y sigue abierto.", "El puente es viejo; sin embargo, sigue abierto."),
            ("El puerto y la lonja cierran.", "No solo el puerto y la lonja cierran."),
            ("Sólo cierra el muelle.", "Solo cierra el muelle."),
        ],
    ),
    "fr": Sentences(
        negated=[
            ("Le maire a dit que le pont est sûr.", "Le maire a dit que le pont n’est pas sûr."),
            ("Les piliers du pont ont tenu.", "Aucun pilier du pont n’a tenu."),
            ("La régie a payé les travaux avec un permis.", "La régie a payé les travaux sans permis."),
            ("Cet accès est accessible.", "Cet accès est inaccessible."),
            ("La ministre a visité le port.", "La ministre n’a jamais visité le port."),
        ],
        counted=[
            ("Le fonds compte {} de couronnes.", "3,5 millions", "35 millions", "3 500 000"),
            ("Le port emploie {} personnes.", "deux cent quarante", "deux cent quatorze", "240"),
            ("Le loyer a monté de {}.", "douze pour cent", "vingt pour cent", "12 %"),
        ],
        quoted=[("Le maire a dit : « Le quai est fermé. »", "Le maire a dit : “Le quai est fermé.”")],
        denied=[("La maire a dit avoir payé.", "La maire a nié avoir payé.")],
        harmless=[
            ("Le port ferme, et la halle aussi.", "Non seulement le port ferme, et la halle aussi."),
            ("Les gens du quai sont partis.", "Les sans-abri du quai sont partis."),
        ],
    ),
    "de": Sentences(
        negated=[
            ("Die Brücke ist sicher.", "Die Brücke ist nicht sicher."),
            ("Die Pfeiler hielten stand.", "Keiner der Pfeiler hielt stand."),
            ("Die Firma baute mit Genehmigung.", "Die Firma baute ohne Genehmigung."),
            ("Der Steg ist sicher.", "Der Steg ist unsicher."),
            ("Die Ministerin hat den Hafen besucht.", "Die Ministerin hat den Hafen nie besucht."),
        ],
        counted=[
            ("Der Fonds hat {} Kronen.", "3,5 Millionen", "35 Millionen", "3.500.000"),
            ("Der Hafen beschäftigt {} Leute.", "zwölf", "zwanzig", "12"),
            ("Die Miete stieg um {}.", "12 Prozent", "21 Prozent", "12 %"),
        ],
        quoted=[("Ruiz sagte: „Der Kai ist zu.“", "Ruiz sagte: »Der Kai ist zu.«")],
        denied=[("Der Rat erklärt die Zahlung.", "Der Rat bestreitet die Zahlung.")],
        harmless=[
            ("Der Hafen und auch der Markt schließen.", "Nicht nur der Hafen, auch der Markt schließen."),
            ("Der Rat weiß, daß der Kai zu ist.", "Der Rat weiß, dass der Kai zu ist."),
        ],
    ),
    "pt": Sentences(
        negated=[
            ("O prefeito disse que a ponte é segura.", "O prefeito disse que a ponte não é segura."),
            ("Os pilares da ponte resistiram.", "Nenhum pilar da ponte resistiu."),
            ("A empresa pagou a obra com licença.", "A empresa pagou a obra sem licença."),
            ("O cais é seguro.", "O cais é inseguro."),
            ("A ministra visitou o porto.", "A ministra nunca visitou o porto."),
        ],
        counted=[
            ("O fundo tem {} de coroas.", "3,5 milhões", "35 milhões", "3.500.000"),
            ("O porto emprega {} pessoas.", "duzentas e quarenta", "duzentas e catorze", "240"),
            ("O aluguel subiu {}.", "12 por cento", "21 por cento", "12%"),
        ],
        quoted=[("Ruiz disse: “O cais está fechado.”", "Ruiz disse: «O cais está fechado.»")],
        denied=[("A prefeita disse que houve pagamentos.", "A prefeita negou que houve pagamentos.")],
        harmless=[
            ("O porto e o mercado fecham.", "Não só o porto e o mercado fecham."),
            ("A empresa pagou a obra.", "A empresa, sem dúvida, pagou a obra."),
        ],
    ),
    "it": Sentences(
        negated=[
            ("Il sindaco ha detto che il ponte è sicuro.", "Il sindaco ha detto che il ponte non è sicuro."),
            ("I piloni del ponte hanno retto.", "Nessun pilone del ponte ha retto."),
            ("La ditta ha costruito con permesso.", "La ditta ha costruito senza permesso."),
            ("Il molo è accessibile.", "Il molo è inaccessibile."),
            ("La ministra ha visitato il porto.", "La ministra non ha mai visitato il porto."),
        ],
        counted=[
            ("Il fondo ha {} di corone.", "3,5 milioni", "35 milioni", "3.500.000"),
            ("Il porto impiega {} persone.", "dodici", "venti", "12"),
            ("L’affitto è salito del {}.", "12 per cento", "21 per cento", "12%"),
        ],
        quoted=[("Ruiz ha detto: «Il molo è chiuso».", "Ruiz ha detto: “Il molo è chiuso”.")],
        denied=[("La sindaca ha detto che ci furono pagamenti.", "La sindaca ha smentito che ci furono pagamenti.")],
        harmless=[
            ("Il porto e il mercato chiudono.", "Non solo il porto e il mercato chiudono."),
            ("La ditta ha pagato i lavori.", "La ditta ha senza dubbio pagato i lavori."),
        ],
    ),
    "ru": Sentences(
        negated=[
            ("Мэр сказал, что мост безопасен.", "Мэр сказал, что мост не безопасен."),
            ("Опоры моста выдержали.", "Ни одна опора моста не выдержала."),
            ("Фирма строила с разрешением.", "Фирма строила без разрешения."),
            ("Этот причал безопасен.", "Этот причал небезопасен."),
            ("Министр посещала порт.", "Министр никогда не посещала порт."),
        ],
        counted=[
            ("В фонде {} крон.", "3,5 миллиона", "35 миллионов", "3 500 000"),
            ("В порту работают {} человек.", "двенадцать", "двадцать", "12"),
            ("Аренда выросла на {}.", "12 процентов", "21 процент", "12 %"),
        ],
        quoted=[("Мэр сказал: «Причал закрыт».", "Мэр сказал: „Причал закрыт“.")],
        denied=[("Мэр заявил, что платежи были.", "Мэр опроверг, что платежи были.")],
        harmless=[
            ("Закрыли порт, а также рынок.", "Закрыли не только порт, а также рынок."),
            ("Причал ещё открыт.", "Причал еще открыт."),
        ],
    ),
    "uk": Sentences(
        negated=[
            ("Мер сказав, що міст безпечний.", "Мер сказав, що міст не безпечний."),
            ("Опори мосту витримали.", "Жодна опора мосту не витримала."),
            ("Фірма будувала з дозволом.", "Фірма будувала без дозволу."),
            ("Цей причал безпечний.", "Цей причал небезпечний."),
            ("Міністерка відвідувала порт.", "Міністерка ніколи не відвідувала порт."),
        ],
        counted=[
            ("У фонді {} крон.", "3,5 мільйона", "35 мільйонів", "3 500 000"),
            ("У порту працюють {} людей.", "дванадцять", "двадцять", "12"),
            ("Оренда зросла на {}.", "12 відсотків", "21 відсоток", "12 %"),
        ],
        quoted=[("Мер сказав: «Причал закритий».", "Мер сказав: “Причал закритий”.")],
        denied=[("Мер заявив, що платежі були.", "Мер заперечив, що платежі були.")],
        harmless=[
            ("Закрили порт, а також ринок.", "Закрили не лише порт, а також ринок."),
            ("Об’єкт закрили вранці.", "Об'єкт закрили вранці."),
        ],
    ),
    "ar": Sentences(
        negated=[
            ("قال العمدة إن الجسر آمن.", "قال العمدة إن الجسر ليس آمنا."),
            ("زارت الوزيرة الميناء أمس.", "لم تزر الوزيرة الميناء أمس."),
            ("بنت الشركة الرصيف بترخيص.", "بنت الشركة الرصيف دون ترخيص."),
            ("الميناء مفتوح اليوم.", "الميناء غير مفتوح اليوم."),
            ("سوف يغلق المجلس الجسر.", "لن يغلق المجلس الجسر."),
        ],
        counted=[
            ("يملك الصندوق {} كرونة.", "٣٫٥ مليون", "٣٥ مليون", "3500000"),
            ("يعمل في الميناء {} شخصا.", "٢٤٠", "٢١٤", "240"),
            ("ارتفع الإيجار {}.", "12 في المئة", "21 في المئة", "12%"),
        ],
        quoted=[("قال العمدة: «الرصيف مغلق».", 'قال العمدة: "الرصيف مغلق".')],
        denied=[("قالت العمدة إن هناك مدفوعات.", "نفت العمدة إن هناك مدفوعات.")],
        harmless=[
            ("أُغلِقَ الميناءُ أمس.", "أغلق الميناء أمس."),
            ("الجسر مغلق حتى اليوم.", "لا يزال الجسر مغلق حتى اليوم."),
        ],
    ),
    "he": Sentences(
        negated=[
            ("ראש העיר אמר כי הגשר בטוח.", "ראש העיר אמר כי הגשר אינו בטוח."),
            ("השרה ביקרה בנמל.", "השרה לא ביקרה בנמל."),
            ("החברה בנתה את הרציף עם היתר.", "החברה בנתה את הרציף ללא היתר."),
            ("יש סדקים בגשר.", "אין סדקים בגשר."),
            ("הרציף חוקי.", "הרציף בלתי חוקי."),
        ],
        counted=[
            ("בקרן יש {} כתרים.", "3.5 מיליון", "35 מיליון", "3,500,000"),
            ("בנמל עובדים {} איש.", "שתים עשרה", "עשרים", "12"),
            ("השכירות עלתה ב {}.", "12 אחוזים", "21 אחוזים", "12%"),
        ],
        quoted=[("ראש העיר אמר: ”הרציף סגור”.", 'ראש העיר אמר: "הרציף סגור".')],
        denied=[("ראש העיר אמר כי היו תשלומים.", "ראש העיר הכחיש כי היו תשלומים.")],
        harmless=[
            ("הַגֶּשֶׁר נסגר אתמול.", "הגשר נסגר אתמול."),
            ("הנמל וגם השוק נסגרו.", "לא רק הנמל וגם השוק נסגרו."),
        ],
    ),
    "zh": Sentences(
        negated=[
            ("市长说大桥是安全的。", "市长说大桥是不安全的。"),
            ("部长去年访问了港口。", "部长去年没有访问港口。"),
            ("公司建造码头时有许可。", "公司建造码头时无许可。"),
            ("市政府已经付款。", "市政府尚未付款。"),
            ("码头明天关闭。", "码头明天不会关闭。"),
        ],
        counted=[
            ("基金有{}克朗。", "350万", "35万", "3500000"),
            ("港口有{}名工人。", "十二", "二十", "12"),
            ("港口有{}名工人。", "两千一百", "两千二百", "2100"),
        ],
        quoted=[("市长说：“码头关闭了。”", "市长说：「码头关闭了。」")],
        denied=[("市长承认付款一事。", "市长否认付款一事。")],
        harmless=[
            ("大桥关闭，交通受影响。", "大桥关闭，交通受非常大的影响。"),
            ("船队开往南部。", "船队开往非洲南部。"),
        ],
    ),
    "ja": Sentences(
        negated=[
            ("橋は安全だと市長は述べた。", "橋は安全ではないと市長は述べた。"),
            ("大臣は港を訪れた。", "大臣は港を訪れなかった。"),
            ("市は工事費を払います。", "市は工事費を払いません。"),
            ("会社は許可を得て建てた。", "会社は許可を得ずに建てた。"),
            ("埠頭は公開だ。", "埠頭は非公開だ。"),
        ],
        counted=[
            ("基金は{}クローネだ。", "350万", "35万", "3500000"),
            ("港では{}人が働く。", "十二", "二十", "12"),
            ("家賃は{}上がった。", "12パーセント", "21パーセント", "12％"),
        ],
        quoted=[("市長は「埠頭は閉鎖した」と述べた。", "市長は『埠頭は閉鎖した』と述べた。")],
        denied=[("市長は支払いを認めた。", "市長は支払いを否定した。")],
        harmless=[
            ("橋は閉鎖された。", "橋は必ず閉鎖された。"),
            ("働く人が列をなす。", "働く人が少なからず列をなす。"),
        ],
    ),
    "th": Sentences(
        negated=[
            ("นายกเทศมนตรีกล่าวว่าสะพานปลอดภัย", "นายกเทศมนตรีกล่าวว่าสะพานไม่ปลอดภัย"),
            ("รัฐมนตรีไปเยือนท่าเรือ", "รัฐมนตรีไม่ได้ไปเยือนท่าเรือ"),
            ("บริษัทสร้างท่าเรือโดยมีใบอนุญาต", "บริษัทสร้างท่าเรือโดยปราศจากใบอนุญาต"),
            ("ท่าเรือเปิดวันนี้", "ท่าเรือไม่เปิดวันนี้"),
            ("เทศบาลให้จอดเรือที่นี่", "เทศบาลห้ามจอดเรือที่นี่"),
        ],
        counted=[
            ("กองทุนมี {} โครน", "3.5 ล้าน", "35 ล้าน", "3,500,000"),
            ("ท่าเรือมีคนงาน {} คน", "สิบสอง", "ยี่สิบ", "12"),
            ("ค่าเช่าเพิ่มขึ้น {}", "12 เปอร์เซ็นต์", "21 เปอร์เซ็นต์", "12%"),
        ],
        quoted=[("นายกเทศมนตรีกล่าวว่า “ท่าเรือปิดแล้ว”", 'นายกเทศมนตรีกล่าวว่า "ท่าเรือปิดแล้ว"')],
        denied=[("นายกเทศมนตรีกล่าวถึงเงินก้อนนั้น", "นายกเทศมนตรีปฏิเสธเงินก้อนนั้น")],
        harmless=[
            ("สะพานปิดซ่อม", "สะพานปิดซ่อมอย่างเร็ว"),
            ("เรือจอดที่นี่", "เรือสามารถจอดที่นี่"),
        ],
    ),
}
