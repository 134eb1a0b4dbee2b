"""Lines that are furniture by their words alone, wherever they stand.

These are the stock phrases of page templates in English; none belongs to one outlet. Every pattern
is anchored and matched against one line without its bullet, at most `LONG` characters.
"""

from __future__ import annotations

import re

from sayso.model.document import FurnitureKind
from sayso.read.lines import LONG, Line

_NETS = (
    r"(?:facebook|twitter|x|google ?(?:plus|\+)|whats ?app|telegram|linked ?in|pinterest|reddit"
    r"|instagram|you ?tube|tik ?tok|messenger|bluesky|mastodon|threads|tumblr|e-?mail|print"
    r"|copy (?:the )?link|sms|rss)"
)
_END = r"\s*[:!.…»>→]*\s*"

_WHOLE: dict[FurnitureKind, tuple[str, ...]] = {
    FurnitureKind.SHARE: (
        rf"{_NETS}(?:[\s|,/·•]+(?:and )?{_NETS}){{0,9}}",
        r"(?:share|tweet|print|email|save|like|pin|send|forward|bookmark)(?: (?:this|it))?"
        r"(?: (?:story|article|page|post|report|link))?",
        r"share (?:this (?:story|article|page|post) )?(?:on|via|by|with|to)\b.{0,40}",
        r"share(?: this)?(?: story| article)?\s?[:|]\s?.{0,80}",
        r"read (?:or|and) share this (?:story|article).{0,200}",
        r"\d[\d.,]*[km]? (?:shares?|tweets?|likes?|views?|reads?)",
        r"(?:\d[\d.,]*\s?[km]? (?:shares?|(?:re)?tweets?|likes?|views?|reads?|reactions?|comments?"
        r"|repl(?:y|ies))[\s|,/·•-]*){2,6}",
        r"(?:audio|video)(?: only)?|live|(?:listen|watch)(?: live)?"
        r"|listen to (?:this|the) (?:story|article|report|page).{0,60}",
        r"follow (?:us|me|him|her|them)\b.{0,120}",
        r"follow .{1,60} on (?:facebook|twitter|x|instagram|telegram|youtube|linkedin).{0,60}",
        r"(?:got|have) (?:a|any) (?:story|tip|news|views?)\b.{0,160}",
        r"like this (?:story|article)\?.{0,80}",
        r"(?:reach|contact|write to|e-?mail) .{2,80} (?:on|at|via) (?:\S+@\S+|https?://\S+|twitter\b"
        r"|@\w+).{0,80}",
    ),
    FurnitureKind.NAVIGATION: (
        r"all (?:the )?(?:news|stories|articles|headlines|topics|sections)",
        r"(?:home|homepage|menu|search|navigation|sections|skip to (?:main )?content|skip .{0,30}"
        r"|back to (?:top|home.{0,12}|.{0,30}page)|top|next|previous|prev|more|close|go|show more"
        r"|load more|loading|view all|see all|read full (?:story|article)|continue reading.{0,40}"
        r"|table of contents|contents|in this (?:article|story)|jump to.{0,40})",
        r"ad(?:vertisement)?s?|advertisement.{0,40}|sponsored(?: content)?|promoted(?: content)?"
        r"|(?:story|article) continue[sd] (?:below|after).{0,40}",
        r"slide ?show(?: \(\d+ images?\))?|\d+ (?:images?|photos?|pictures?)|(?:photo )?gallery",
        r"this (?:article|story|page) is more than .{1,30} old",
        r"[\w-]{1,20}=\"[^\"]*\"|.{0,40}https?://\S+",
    ),
    FurnitureKind.RELATED: (
        r"(?:related|recommended|trending|popular|latest|top|more|editor.?s.? picks?|must.reads?"
        r"|you may (?:also )?like|most (?:read|popular|viewed|shared|commented)|read (?:more|next"
        r"|also)|see also|also read|more (?:on|from|in) .{1,60}|up next|what to read next"
        r"|don.t miss|around the web|from the web|elsewhere)"
        r"(?: (?:articles?|stor(?:y|ies)|news|posts?|topics?|coverage|links?|content|videos?"
        r"|reading|headlines))?",
        r"(?:read|see|watch|hear|view)(?: the)?(?: full)? (?:lawsuit|letter|document|statement"
        r"|ruling|transcript|photos?|gallery|video|interview|indictment|report)s?"
        r"(?: here)?(?:: .{1,200})?",
        r"\(?(?:click|tap) (?:here|through)\b.{0,160}",
        r"[\[(]?for (?:a |an |the )?(?:graphic|interactive|factbox|related|full|more|live|other)\b"
        r".{0,160}\b(?:click|see|visit|here|tap)\b.{0,80}",
        r"don.t see the .{1,30} above\? .{0,40}",
        r"(?:now )?check out .{1,120} (?:videos?|stories|podcasts?|newsletters?|coverage)",
    ),
    FurnitureKind.COMMENTS: (
        r"(?:\d[\d.,]* |no |add (?:a |your )?|leave (?:a |your )?|post (?:a |your )?|view |show "
        r"|read (?:the )?|see |all |write a |join the |reader |your )?"
        r"(?:comments?|discussion|conversation|repl(?:y|ies)|responses?)(?: \(?\d[\d.,]*\)?)?"
        r"(?: (?:policy|guidelines|rules|section|closed|off))?",
        r"\d[\d.,]* (?:comments?|responses?|repl(?:y|ies)|thoughts) (?:to|on)\b.{0,200}",
        r".{0,120}\bcomments are (?:now )?closed\b.{0,80}",
        r"(?:post|story|article) with no comments|no comments(?: yet)?|be the first to .{1,40}",
        r"(?:please |you must |to )+"
        r"(?:participate in|take part in|join|leave|post|add|view|read|see)"
        r"\b.{0,40}(?:comments?|discussion|conversation|debate)\b.{0,80}",
        r"(?:please )?(?:log|sign) ?in (?:or|and) (?:register|sign up|join|subscribe)\b.{0,80}"
        r"|(?:please )?(?:log|sign) ?in to (?:\w+ )?"
        r"(?:comment|join|reply|post|vote|discuss)\b.{0,80}",
        r"comments? (?:are|is|have|has|on this|must|should|may|will|can)\b.{0,600}",
        r"(?:read|see|view|our) .{0,30}comment(?:s|ing)? (?:policy|guidelines|rules).{0,60}",
        r"what do you think\?.{0,80}|have your say.{0,80}|tell us what you think.{0,80}",
    ),
    FurnitureKind.PAYWALL: (
        r"(?:sign|log) ?(?:in|up|out)|register(?: now)?|subscribe(?: now| today)?|join(?: now)?"
        r"|my account|create an? (?:free )?account.{0,60}|become a (?:member|subscriber).{0,80}",
        r"(?:sign|log) ?(?:in|up) (?:to|for|with|now|here|today)\b.{0,200}",
        r"subscribe (?:to|for|here|with|via)\b.{0,200}",
        r"(?:for more|to (?:read|continue|get|unlock|access|keep|see))\b.{0,120}"
        r"\b(?:subscribe|subscription|sign (?:in|up)|log in|register)\b.{0,80}",
        r"if you (?:are|have|do not have|don.t have)\b.{0,40}"
        r"\b(?:registered|account\b.{0,40}\b(?:log|sign|register))\b.{0,200}",
        r"already (?:a |have an? )(?:subscriber|member|account|subscription|registered).{0,80}",
        r"(?:this|the full|our) (?:article|story|content|report|page) is (?:only |exclusively )?"
        r"(?:for|available to|reserved for|free for|exclusive to)\b.{0,120}",
        r"you (?:have|.ve) (?:read|reached|used|\d+)\b.{0,40}(?:free|articles?|limit)\b.{0,120}",
        r"(?:get|enjoy|try|start|buy|subscribe)\b.{0,40}"
        r"(?:unlimited|full|digital) access\b.{0,120}",
        r"(?:support|fund|donate to) .{1,60}(?:journalism|reporting|newsroom)\b.{0,120}",
        r".{1,60} is (?:paid for|funded|supported|made possible) by (?:its|our|your) .{0,100}",
        r"this copy is for your personal\b.{0,400}",
        r"if you (?:enjoyed|liked) this (?:article|story|piece)\b.{0,400}",
        r"get .{1,60} delivered (?:to|through|straight)\b.{0,200}",
        r"(?:start|end) your day with .{1,80}\bnewsletter.{0,300}",
        r".{0,80}\bsign up for .{1,60}(?: today)? to get .{0,120}",
        r"(?:manage|our|free|daily|weekly) newsletters?.{0,80}|newsletters?(?: sign.?up)?",
        r"(?:download|get|install) (?:the|our) .{0,40}\bapp\b.{0,120}",
    ),
    FurnitureKind.LABEL: (
        r"[\W_]+|[\W\d_]{1,20}",
        r"\w{0,20}/?(?:source|photos?|pictures?|image|video|tags?|topics?|keywords?|categor(?:y|ies)"
        r"|section|authors?|date|place|location|filed under|labels|language|edition)s?\s?:",
        r"(?:tags|topics|keywords|filed under|filed in|posted in|categories|labels)\s?:.{1,300}",
        r"(?:copyright|©|\(c\))[\s©]{1,3}.{0,60}\d{4}.{0,160}|.{0,80}all rights reserved.{0,120}",
        r"(?:last )?(?:updated|modified)\b.{0,60}\d.{0,40}",
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s?(?: read)?",
        r"(?:reading|read) time.{0,30}",
        r"(?:published|posted) (?:at )?\d{1,2}[:.]\d\d\b.{0,60}",
        r"\d+ (?:minutes?|hours?|days?|weeks?) ago",
        r"contributing(?: by| to this (?:report|story))?\s?:.{1,300}",
        r"(?:reporting|editing|additional reporting|compiled|written|edited) by .{1,200}",
        r"analysis|opinion|(?:analysis|opinion)/(?:analysis|opinion)|breaking(?: news)?|exclusive",
    ),
}
_STARTS: dict[FurnitureKind, str] = {
    FurnitureKind.RELATED: (
        r"(?:READ|SEE|WATCH|LISTEN|Read|See|Hear|Go deeper)\s?:|Related (?=[A-Z])"
        r"|Also (?:on|in) \w[\w.-]{1,30}\.[a-z]{2,10} (?=[A-Z])"
        r"|(?:READ|SEE|WATCH|LISTEN)(?: (?:MORE|ALSO|NEXT|NOW|HERE))?(?: ON [A-Z ]{2,20})?"
        r"\s?[:|>»–—]"
        r"|(?:Read|See|Watch|Also) (?:more|also|next|now|here|read|see)(?: on [^:]{1,40})?\s?[:|>»]"
        r"|(?:MORE|More|WATCH|Watch|VIDEO|Video|RELATED|Related|PHOTOS|Photos|GALLERY|Gallery"
        r"|PODCAST|Podcast|LISTEN|Listen|MUST WATCH|MUST READ|ALSO READ|DON.T MISS"
        r"|Full [Cc]overage|FULL COVERAGE|Related (?:[Aa]rticle|[Ss]tory|[Cc]overage))s?\s?[:|>»]"
        r"|Related Coverage |Play [Vv]ideo "
    ),
    FurnitureKind.CAPTION: (
        r"FILE ?(?:PHOTO|PIC(?:TURE)?)?\s?[:–—-]|(?:In this )?[Ff]ile (?:photo|picture)\b"
        r"|(?:PHOTO|Photo|PHOTOGRAPH|Photograph|PICTURE|Picture|IMAGE|Image|PIC|Pic|CAPTION|Caption)"
        r"(?: (?:[Cc]redit|[Bb]y|[Cc]ourtesy|of)\b)?\s?[:/|]"
        r"|Enlarge this image|Image [Cc]redit|Image [Cc]aption|Media [Cc]aption|toggle caption"
        r"|(?:Facebook )?Twitter Pinterest |CLOSE (?=[A-Z])"
    ),
    FurnitureKind.SHARE: r"Share this (?:story|article)?\s?[:|]",
}
_DURATION = re.compile(
    r"\d{1,2}:\d\d\s?(?:[AaPp]\.?[Mm]\b|[A-Z]{2,4}\b).{0,60}\|\s?\d{1,2}:\d\d(?::\d\d)?"
    r"|(?:.{0,80}\|\s?)?\d{1,2}:\d\d(?::\d\d)?"
)
_READ_MORE_END = re.compile(
    r"(?<=[\w.?!’'”\"]) (?:Read [Mm]ore|READ MORE|Full [Ss]tory|Continue reading)[:.…»>]*$"
)
_POLICY = re.compile(
    r"community (?:guidelines|standards|rules)|(?:abide|respect) by? ?(?:our|the) (?:\w+ )?"
    r"(?:guidelines|rules|policy)|comment(?:ing)? (?:platform|policy|section|system)"
    r"|post(?:ing)? (?:a |your )?comments?|moderat(?:ors? (?:read|review|remove|reserve|delete)"
    r"|ed before)|discussion platform|comments (?:that|which) (?:are|contain|violate)",
    re.IGNORECASE,
)
_MOST_POLICY = 700

_BY_WORDS = tuple(
    (kind, re.compile(rf"(?:{'|'.join(f'(?:{part})' for part in parts)}){_END}", re.IGNORECASE))
    for kind, parts in _WHOLE.items()
)
_BY_START = tuple((kind, re.compile(rf"(?:{part})")) for kind, part in _STARTS.items())


def by_words(line: Line) -> FurnitureKind | None:
    """The kind of a line that its words give away; None for all others."""
    if len(line.text) > LONG:
        return None
    if line.words <= 60:
        for kind, pattern in _BY_START:
            if pattern.match(line.bare):
                return kind
        if _DURATION.fullmatch(line.bare) or _READ_MORE_END.search(line.bare[-24:]):
            return FurnitureKind.RELATED
    if len(line.text) > _MOST_POLICY:
        return None
    if _POLICY.search(line.text):
        return FurnitureKind.COMMENTS
    for kind, pattern in _BY_WORDS:
        if pattern.fullmatch(line.bare):
            return kind
    return None
