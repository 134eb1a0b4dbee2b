"""Words by which an occasion is known: what people speak at, and what may stand around it."""

from __future__ import annotations

from sayso.resolve.words import POSSESSIVE, word_set

_AT = word_set(
    "conference summit convention forum event fundraiser rally march protest demonstration vigil"
    " funeral memorial burial ceremony celebration commemoration inauguration commencement"
    " graduation gala banquet dinner luncheon lunch breakfast reception retreat gathering"
    " roundtable"
    " launch groundbreaking unveiling premiere screening festival symposium seminar workshop"
    " lecture"
    " trial inquest arraignment sentencing gaggle availability briefing debate hearing meeting"
    " session appearance talk discussion deposition proceedings testimony talks negotiations hall"
    " stop service assembly"
)
_IN = word_set(
    "interview speech address sermon homily conversation exchange broadcast telecast keynote"
    " briefing"
    " debate hearing meeting session appearance talk discussion deposition proceedings testimony"
    " talks negotiations conference hall call remarks court"
)
_ON = word_set(
    "trip visit tour call panel show podcast broadcast program programme episode edition floor"
)
_DURING = (_AT | _IN | _ON | word_set("stopover flight")) - word_set("floor court")
_AROUND = (_DURING - word_set("address remarks show program programme")) | word_set(
    "vote game match swearing-in"
)
HEADS = {
    "told": word_set(
        "conference briefing rally hearing meeting forum summit convention gathering session hall"
        " fundraiser"
    ),
    "at": _AT, "in": _IN, "on": _ON, "during": _DURING, "amid": word_set("talks negotiations"),
    "throughout": _DURING,
    "before": _AROUND, "after": _AROUND, "following": _AROUND, "ahead of": _AROUND,
    "prior to": _AROUND, "on the sidelines of": _DURING, "on the margins of": _DURING,
    "on the fringes of": _DURING, "on the eve of": _AROUND, "at the start of": _AROUND,
    "at the end of": _AROUND, "at the opening of": _AROUND, "at the close of": _AROUND,
}  # fmt: skip
"""By the words before: nouns of what one speaks at. Who tells a rally tells whoever is there."""

BARE = word_set("testimony remarks talks negotiations court meeting")
"""Of these, what needs no article."""

ONLY_BARE = word_set("court")
"""What is an occasion only without one: "in court"."""

NEEDS = {
    "hall": word_set("town"),
    "in conference": word_set("news press"),
    "service": word_set("memorial funeral church prayer"),
    "assembly": word_set("general national annual"),
    "floor": word_set("senate house convention assembly"),
    "availability": word_set("press media photo"),
}
"""What has to stand before some of them: a "hall" is an occasion where it is a town hall."""

TOLD = word_set("told tell tells telling addressed addressing")
ARTICLES = POSSESSIVE | word_set("a an the this that another one today")
LINKS = word_set("of and for")
JOINS = word_set("and but while when after as had has")
ASKED = word_set("asked pressed questioned")
QUOTES = frozenset("“”\"'‘’")
NO_DAY = word_set("today tonight morning night evening week day")
"""Of the words of time, those that names of shows end in."""

BY = word_set(
    "with of between among to in at on for about near outside before hosted organized organised"
    " held"
)
"""What leads on from the noun: "a visit to", "talks with"."""

TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december jan feb mar apr aug sept sep oct nov dec"
    " yesterday today tonight last this earlier later late early next week weekend month year day"
    " hour hours days weeks months years ago morning afternoon evening night summer spring fall"
    " winter midday noon same that past"
)
NUMBERS = word_set("one two three four five several few")
LISTENERS = word_set(
    "reporters journalists supporters crowd crowds lawmakers members audience students voters"
    " delegates officials fans media press group people congress investors analysts"
)
FREE = (
    TIMES
    | LISTENERS
    | NUMBERS
    | word_set(
        "in at on from of near outside to with before the a an and , - – — ( ) \" “ ” ' ’ 's"
        " also again"
        " then once just shortly soon immediately moments minutes right instead out back there"
        " here had"
        " has as but yet still meanwhile so about moments afterward afterwards while"
        " speaking appearing talking testifying asked pressed questioned when spoke most after"
    )
)
"""What may stand between a saying and its occasion without being told of something else."""

BREAKS = word_set(
    "that who which whom whose when while as because if whether what how why where after before"
    " during in at on to of with by for from between among about near outside inside over against"
    " into than not is was were are be been had has have would will could should may might must can"
    " he she they it we i you him them and or but said says say told tells added via following"
    " ahead"
    " prior amid since until till through aboard alongside along here there also again then"
    " yesterday today marking where the a an his her their its"
)
"""What no phrase goes on over."""
