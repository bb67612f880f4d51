"""Closed classes of German words: articles, pronouns, prepositions, conjunctions. All in small letters."""

from directory.easy_language.wordlist import word_set

PERSONAL = word_set(
    """ich du er sie es wir ihr man mich dich ihn uns euch mir dir ihm ihnen sich jemand niemand jeder alle wer was"""
)
_STEMS = word_set("ein kein mein dein sein ihr unser euer eur dies jed jen welch manch solch")
ARTICLES = word_set("der die das den dem des")
DETERMINERS = (
    ARTICLES
    | {stem + ending for stem in _STEMS for ending in ("", "e", "er", "en", "em", "es")}
    | word_set("""alle aller allen allem beide beiden einige einigen einiger mehrere mehreren viele vielen""")
    | word_set("unsre unsrer unsren unsrem unsres eure eurer euren eurem eures")
)

PREPOSITIONS = word_set(
    """ab abseits am an anhand ans anstatt auf aufgrund aufs aus außer außerhalb bei beim bis dank durch durchs
    entlang für fürs gegen gegenüber gemäß hinter hinterm im in infolge innerhalb ins jenseits laut mit mithilfe
    mittels nach nahe neben ober oberhalb ohne per pro samt seit statt trotz über überm übers um ums unter
    unterhalb unterm via vom von vor vorm vors während wegen zu zum zur zuliebe zwischen anlässlich bezüglich
    hinsichtlich inklusive einschließlich zwecks mangels unweit inmitten angesichts zugunsten"""
)
COORDINATORS = word_set("und oder aber sondern denn sowie bzw beziehungsweise doch")
# What can only open a subordinate clause.
SUBORDINATORS = word_set(
    """weil dass daß obwohl obgleich obschon wenngleich wenn falls sobald sofern ob nachdem bevor indem sodass
    sooft zumal wohingegen"""
)
# What opens a subordinate clause only if the verb comes last.
DOUBTFUL_SUBORDINATORS = word_set(
    """damit während da seit seitdem bis als wie je ehe solange soweit soviel insofern insoweit trotzdem wo wer was
    wen wem wessen wann warum wieso weshalb weswegen wohin woher womit wofür worüber woran worauf woraus worin
    wodurch wobei wovon wovor wozu wonach worum wogegen welche welcher welches welchen welchem"""
)
RELATIVES = word_set("""der die das den dem denen dessen deren welche welcher welches welchen welchem was wo""")

# Nouns that say when: in the accusative they are no objects („jeden Montag“).
_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember"
TIMES = word_set(
    f"""{_DAYS} {_MONTHS} {_DAYS.replace(" ", "s ")}s uhr tag tage tagen woche wochen
    monat monate monaten jahr jahre jahren stunde stunden minute minuten morgen vormittag mittag nachmittag
    abend abends nacht sommer winter frühling herbst wochenende zeit mal jahres anfang mitte termin"""
)
