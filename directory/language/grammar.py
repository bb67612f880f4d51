"""Closed classes of German words: articles, pronouns, prepositions, conjunctions. All in small letters."""

SUBJECT_PRONOUNS = frozenset("ich du er es wir man jemand niemand".split())
PERSONAL = frozenset(
    "ich du er sie es wir ihr man mich dich ihn uns euch mir dir ihm ihnen sich jemand niemand jeder alle wer was".split()
)
_STEMS = "ein kein mein dein sein ihr unser euer eur dies jed jen welch manch solch".split()
ARTICLES = frozenset("der die das den dem des".split())
DETERMINERS = (
    ARTICLES
    | {stem + ending for stem in _STEMS for ending in ("", "e", "er", "en", "em", "es")}
    | frozenset("alle aller allen allem beide beiden einige einigen einiger mehrere mehreren viele vielen".split())
    | frozenset("unsre unsrer unsren unsrem unsres eure eurer euren eurem eures".split())
)

PREPOSITIONS = frozenset(
    """ab abseits am an anhand ans anstatt auf aufgrund aufs aus außer außerhalb bei beim bis dank durch durchs entlang
    für fürs gegen gegenüber gemäß hinter hinterm im in infolge innerhalb ins jenseits laut mit mithilfe mittels nach
    nahe neben ober oberhalb ohne per pro samt seit statt trotz über überm übers um ums unter unterhalb unterm via vom
    von vor vorm vors während wegen zu zum zur zuliebe zwischen anlässlich bezüglich hinsichtlich inklusive
    einschließlich zwecks mangels unweit inmitten angesichts zugunsten""".split()
)
COORDINATORS = frozenset("und oder aber sondern denn sowie bzw beziehungsweise doch".split())
# What can only open a subordinate clause.
SUBORDINATORS = frozenset(
    """weil dass daß obwohl obgleich obschon wenngleich wenn falls sobald sofern ob nachdem bevor indem sodass sooft
    zumal wohingegen""".split()
)
# What opens a subordinate clause only if the verb comes last.
DOUBTFUL_SUBORDINATORS = frozenset(
    """damit während da seit seitdem bis als wie je ehe solange soweit soviel insofern insoweit trotzdem
    wo wer was wen wem wessen wann warum wieso weshalb weswegen wohin woher womit wofür worüber woran worauf woraus
    worin wodurch wobei wovon wovor wozu wonach worum wogegen welche welcher welches welchen welchem""".split()
)
RELATIVES = frozenset("der die das den dem denen dessen deren welche welcher welches welchen welchem was wo".split())

# Nouns that say when: in the accusative they are no objects („jeden Montag“).
_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember"
TIMES = frozenset(
    f"""{_DAYS} {_MONTHS} {_DAYS.replace(" ", "s ")}s uhr tag tage tagen woche wochen monat monate monaten jahr jahre jahren
    stunde stunden minute minuten morgen vormittag mittag nachmittag abend abends nacht sommer winter frühling herbst
    wochenende zeit mal jahres anfang mitte termin""".split()
)
