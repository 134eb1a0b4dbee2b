"""The words that `cues` reads: which class a word tells, and which words only lean on another.

Each table is a block of dictionary forms, parted by spaces, so that it can be read and extended
without touching code.  Inflected forms are found by `lemma`; forms that it could not find, or that
mean something else than their dictionary form ("backing", "directed"), stand in the tables as they
are.  The words come from general knowledge and from the cues of PolNeAR's `train` split.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final


def _bag(words: str) -> frozenset[str]:
    return frozenset(words.split())


# First the speech acts that name their force, then plain saying, the mind, and the rest.
WORDS: Final[dict[str, str]] = {
    "claim": """
        allege allegedly arguably argue argument assert assertion aver avow claim contend
        contention defence defend defense exaggerate feign hint implication imply insinuate
        insinuation insist insistence intimate justify maintain overstate posit postulate
        pretend pretense profess propound purport purportedly rationalise rationalize spin
        suggest suggestion supposedly theorise theorize thesis
        """,
    "accuse": """
        accusation accuse admonish allegation assail assault attack backlash bad-mouth badmouth
        bash belittle bemoan berate berating blame blaming blast blister boo boycott broadside
        carp castigate censure charge chastise chide clobber complain complaint condemn
        condemnation critic critical criticise criticism criticize critique decried decry demean
        demonize denigrate denounce denouncement denunciation deplore deprecate deride derision
        diatribe dig ding disparage disparagement eviscerate excoriate excoriation fault finger
        finger-pointing flay flog fulminate gripe grouse grumble hammer harangue heckle hound
        impeach implicate impugn incriminate indict insult invective inveigh jab jeer lambast
        lambaste lament lash lawsuit libel malign mock mockery needle nitpick outcry pan pillory
        pounce pound prosecute protest pummel rail rant rap rebuke remonstrate reprimand
        reproach reprove revile ridicule rip roast rubbish savage scapegoat scathing scoff scold
        scorn scrutiny skewer slam slander smack smear sneer snipe stigmatize sue swipe takedown
        tar target taunt thrash thump tirade trash troll upbraid vilify wallop whine zing zinger
        """,
    "deny": """
        backpedal backtrack belie challenge clash contest contradict counter debunk demur denial
        deny disagree disagreement disassociate disavow disbelieve disclaim discount discredit
        dismiss dismissal dismissive disown dispel disprove dispute dissent dissociate downplay
        eschew gainsay invalidate minimize negate nix overrule quarrel quash question rebuff
        rebut rebuttal recant refutation refute reject rejection renounce repel repudiate
        rescind retract retraction scotch shun spar spurn undercut
        """,
    "admit": """
        acknowledge acknowledgement acknowledgment admission admit admittedly apologise
        apologize apology concede concession confess confession mea-culpa regret remorse repent
        rue
        """,
    "confirm": """
        affirm affirmation agree agreement assent attest authenticate certify concur confirm
        confirmation corroborate echo mirror parrot proof prove reaffirm reconfirm second
        substantiate substantiation validate verification verify vouch
        """,
    "ask": """
        ask canvass enquire enquiry grill inquire inquiry interrogate interrogation pepper probe
        pry query quiz wonder
        """,
    "demand": """
        admonition advice advise appeal badger ban bar beckon beg beseech bid cajole coax
        command compel counsel dare decree demand dictate directed directing directive directs
        disallow edict encourage encouragement enjoin entreat exhort exhortation forbid force
        goad impel implore injunction insistent instruct instruction invitation invite lobby
        mandate nag nudge obligate oblige ordain order outlaw persuade pester petition plea
        plead prescribe press pressure pressurise prod prohibit prohibition proposal propose
        recommend recommendation request require requirement solicit subpoena summon sway urge
        """,
    "promise": """
        assurance assure commit commitment covenant guarantee oath pact pledge promise
        reassurance reassure swear undertake undertaking vow
        """,
    "warn": """
        alarm alert blackmail brandish caution cautionary foreboding forewarn menace threat
        threaten ultimatum warn warning
        """,
    "say": """
        account ad-lib add address advertise air allude anecdote announce announcement answer
        apprise article articulate ascribe attribute author bark beam bellow bill blare blog
        blurt bluster boast boom brag brand brief briefing bulletin call caption caricature
        catch-phrase catchphrase categorize chant characterise characterize chat chime chronicle
        circulate cite clamor clarification clarify coin column comment commentary communicate
        communique compare comparison conflate conversation convey coo correct correspondence
        cover cry debate declaration declare define demonstrate depict depicted depiction
        describe description detail dialogue disclose disclosure discourse discuss discussion
        dispatch disseminate divulge document drawl drone dub e-mail editorial editorialize
        elaborate email emphasise emphasize entitle enumerate enunciate equate essay euphemism
        evidence exclaim exemplify explain explanation explore expose expound feature footage
        frame gesture giggle gossip groan growl grunt gush headline highlight hiss holler
        identify illustrate indicate indication inform information interject interpose interview
        intone introduce invoke itemise itemize jest joke jokingly journal label leak lecture
        letter liken link list mantra memo memoir mention message monologue motto mouth mumble
        murmur muse mutter name narrate narrative news note notify observation observe op-ed
        opine oration outline paint paraphrase passage peg phrase pinpoint pitch placard poll
        portrait portray post preach present press-release proclaim proclamation profile
        pronounce pronouncement publicise publicity publicize publish quantify quip quotation
        quote ramble read readout reassert recall recap recite recollect recollection recount
        refer reference reflect regale register relate relay remark remind reminder reminisce
        rename rephrase reply report reportedly represent reprise respond response restate
        retell retelling retort retweet reveal revelation rhetoric riff roar rule ruling rumor
        rumour say saying scream shout show showcase shriek sigh signal sing sketch slogan snap
        snort sob soundbite speak specify speech spell spotlight spout stammer state statement
        stipulate story stress stutter sum summarise summarize summary survey symbolise
        symbolize talk talking tally tease tell term testify testimonial testimony text thread
        thunder title toast touch trace transcript translate trumpet tweet type underline
        underscore unpack update utter utterance vent vocal voiceover wail whisper wisecrack
        word words write yell
        """,
    "think": """
        abhor abide accept acceptance adamant admire adore adversary advocate afraid agenda
        aggravate agitate agonize aim alienate allegiance amaze ambition ambivalence ambivalent
        amuse anger angry anguish annoyed anticipate anticipation antipathy anxiety anxious
        apathy appal appall apparent apparently appetite appreciate appreciation apprehension
        approving aspiration aspire assess assessment assume assumption astonish attention
        attitude aware awareness awe backed backer backing backs baffle bank bearish belief
        believe believer bemuse bent bet bewilder blindside brace bullish calculate calculation
        captivate care cautious champion cherish choose classify comfort comfortable comprehend
        conceive concern conclude conclusion confidence confident confuse confusion conjecture
        conscious consensus consider consideration contemplate conviction convince convinced
        count covet crave cringe curiosity curious cynical daunt dawn decide decision dedication
        deduce deem deliberate delight delighted delude desire despair desperate despise detect
        determination determine determined detest detractor devise devote devotion diagnose
        disappoint disappointed disappointment disbelief discern disconcert discourage discover
        disdain disgust dishearten disillusion disillusioned disinterest dislike dismay
        displease dissatisfaction dissatisfy distaste distress distrust disturb divide doubt
        doubtful dread dream dubious eager eagerness electrify embarrass embolden embrace
        emotion empathize empathy enamored endeavor energise energize enjoy enrage enthral
        enthused enthusiasm enthusiastic envisage envision envisioned envy epiphany estimate
        estimation evaluate evaluation exasperate excite excitement expect expectation
        experience faith familiar fancy fascinate favor favorite favour fear fearful feel
        feeling figure fixate flinch flummox focus foe fond forecast foresee foresight forget
        forgive fret frighten frustrate frustration fume furious fury galvanise galvanize gather
        gauge glad glee gloom glum goal grapple grasp grateful gratitude grief grieve grudge
        guess guilt hanker happy hate hatred hear hesitant hesitation hope hopeful horrify
        hostile hostility hunch hunger idea ideology idolize imagine impatience impatient
        impress impressed impression incense inclination inclined indignation infer inference
        infuriate inkling insecure inspire instinct intend intent intention interest interested
        interpret interpretation intrigue intuition ire irk irritate irritation itch jealous
        jealousy joy judge judgement judgment keen know knowledge lean learn leery liked likes
        liking listen loath loathe longing love loyal loyalty lukewarm lust marvel mean
        mentality mindful mindset misconception misgiving misinterpret misjudge misread mission
        mistake mistrust misunderstand mood motivate motive mourn mull mystify nervous
        nervousness nostalgia notice notion object objection obsess obsession offend opponent
        oppose opposition opt optimism optimistic opting outlook outrage overestimate overlook
        panic passion passionate perceive perception perplex perspective persuaded perturb
        pessimism pessimistic philosophy picture pin pity plan pleased plot ponder position pray
        predict prediction prefer preference premise preoccupation preoccupy prepared presage
        presumably presume presumption pride principle priorities prioritise prioritize priority
        prize project projection proponent proud puzzle rage rank rankle rate rattle realise
        realize reckon recognise recognition recognize recoil reconsider regard rejoice relief
        relieve relish reluctance reluctant rely remember resent resentment reservation resign
        resignation resistance resolve resonate respect restless rethink revere reverence
        revulsion rile root ruminate sad sadness sanguine satisfied satisfy savor scare scared
        sceptic sceptical scepticism scheme see seen seethe sense sensitive sentiment shame
        shock shudder shy sicken side skeptic skeptical skepticism sour speculate speculation
        split spook stance standpoint startle stew stomach strategize strategy stun subscribe
        support supporter supportive suppose surmise surprise suspect suspicion suspicious swoon
        sympathetic sympathise sympathize sympathy tempt temptation tempted theory think
        thinking thirst thought thrill tired tolerate treasure trouble trust unaware uncertain
        uncertainty unclear uncomfortable unconvinced undecided underestimate understand
        understanding unease uneasiness uneasy unhappy unimpressed unknown unmoved unnerve
        unsettle unsure upbeat upset value vantage vex view viewpoint visualise visualize waffle
        want warm wary watch weary weigh willing willingness wish witness worried worry wrath
        wrestle yearn yearning zeal
        """,
    "other": """
        adopt adulation allow applaud applause appoint appreciative approval approve authorise
        authorize ballot bless blessing celebrate celebration cheer commend compliment
        congratulate congratulation contain credit empower enact endorse endorsement examine
        extol extoll file glorify grant greet hail herald hire honor honour ignore include
        investigate laud laugh memorialise memorialize nominate nomination nominee permission
        permit praise promote prompt prompting ratify salute thank tout treat
        tribute veto vie vote welcome
        """,
}

# Carry another word ("made a promise", "tried to explain"); tell nothing by themselves.
LIGHT: Final = _bag(
    """
    appear attempt attract back be become begin bother bring broadcast campaign carry cast come
    continue deliver do draft draw earn effort emerge end engage express expression face fill
    find fire follow gain get give go have help hold hone hurl intensify issue keep launch lay
    lead leave lend let level like lob look make meet miss mount move need offer open pass place
    play point pose provide pull push put raise receive record reiterate release remain renew
    repeat resist resume return ring run seek seem send set share sign sound spark spend spread
    stand start step supply take tend throw tour trend trigger try turn unveil unleash use voice
    wage wear wield work
    """
)

# What a light word says when nothing stands beside it.
_ALONE: Final[dict[str, str]] = {
    "think": """
        appear attempt back effort find hold like look need resist seek seem sound try
        """,
    "say": """
        begin broadcast campaign cast continue deliver draft draw end express expression go
        issue lay make offer point provide put raise reiterate release renew repeat send share
        start supply take unveil use voice
        """,
    "demand": """
        push
        """,
    "other": """
        sign
        """,
    "accuse": """
        hurl level lob
        """,
}

# Pass the class of their object on, a feeling too: "expressed {reservations about it}".
EXPRESS: Final = _bag("air express raise share voice")

# The act that follows is held back: "refused to confirm", "stopped short of calling".
WITHHOLD: Final = _bag(
    """
    avoid balk cease decline fail failure forbear miss neglect omit refrain refusal refuse
    resist stop unable unwilling unwillingness withhold
    """
)

# These withhold only before certain words; before others they are plain verbs or nouns.
HOLDS_BEFORE: Final = {
    "miss": _bag("chance opportunity"),
    "refrain": _bag("from"),
}
HOLDS_BEFORE_ING: Final = _bag("resist stop")

# Silence is a saying that did not take place.
SILENT: Final = _bag("coy deflect dodge duck evade mum sidestep silence silent tight-lipped")

# Words that deny the verb they stand before.
NEGATORS: Final = _bag(
    """
    barely cannot cant didnt doesnt dont hardly neither never no nobody none nor not nothing
    scarcely without wont
    """
)

# A source that begins so did nothing: "[No one] expected".
QUANTIFIERS: Final = _bag("no none nobody neither nor few not hardly nothing little")

# Several words that together say something else than each alone.  "*": up to two words between.
PHRASES: Final[dict[str, str]] = {
    "claim": """
        make * case|take credit|lay claim|speak * defense|stick by
        """,
    "accuse": """
        take * aim|go after|lash out|call out|single out|make fun|make * light of|take * swipe
        |take * shot|take * dig|take * jab|come under fire|under fire|take * heat|take to task
        |poke at|poke fun|tear into|light into|lay into|rip into|speak out against|hit * for
        |knock * for|run * ad against|turn * fire|lay * blame|throw * shade|point * finger
        |find fault|sound off|go * attack|take on|file * suit|file * charge
        """,
    "deny": """
        cast doubt|cast * doubt|express * doubt|voice * doubt|raise * doubt|raise * question
        |call into question|rule out|push back|walk back|brush off|brush aside|shrug off
        |shoot down|turn down|take issue|take exception|play down|wave off|back away from
        |back off|distance from|distance herself|distance himself|distance themselves
        |distance itself|dig in against|beg to differ|differ with
        """,
    "admit": """
        own up|come clean|plead guilty|take * responsibility|say sorry
        """,
    "confirm": """
        stand by|back up|bear out|sign off|double down on|be second
        """,
    "ask": """
        pose * question|ask * question|want to know
        """,
    "demand": """
        call for|call on|call upon|call to|push for|press for|rally cry|ask for|insist on
        |make * appeal|hold out for|plead for|plead with|ask that|offer * advice|tell to
        |argue for|lean on|cry for
        """,
    "promise": """
        agree to|give * word|swear to|commit to|offer to
        """,
    "warn": """
        sound * alarm|raise * alarm|note of caution|raise * red flag|raise * specter
        """,
    "say": """
        accord to|know as|make * clear|be clear about|open up about|make * point|point out
        |point to|bring up|weigh in|lay out|spell out|put forward|put forth|set out|set forth
        |set * straight|fire back|shoot back|hit back|strike back|write back|come back|chime in
        |speak of|speak about|talk up|go on record|hold forth|take to twitter|take to facebook
        |throw in|touch on|dwell on|double down|use * word|use * term|use * phrase|pay lip
        |cry out|call attention|draw attention|draw * contrast|draw * distinction|read out
        |make public|for * attribution|give * interview|tell * story|make * announcement
        |make * statement|tie to|link to|make * claim about|refer to|go public|change * subject
        |make * secret|shed * light|talk about
        """,
    "think": """
        would like|have like|be clear|be unclear|take * offense|take offence|be for|be against
        |come out against|come out for|come out in favor|in favor of|pay * attention|look to
        |look forward|change * mind|change * tune|make * decision|make up|strike * chord
        |make * determination|be fine with|be sure|be certain|bent on|keep * eye|keep * mind
        |hold * view|take * view|take * stance|take * position|be open to|throw * support
        |lend * support|give * thought|set * sight|as far as|be concerned|believe in|bank on
        |count on|see as|feel like|be like|be dedicated|be interested|take * seriously
        |take * pride|side with|be at odds|on board with
        """,
    "other": """
        look into|pass up|cast * ballot|cast * vote|pay * tribute|seal of approval|give * credit
        |shake hand
        """,
}

# Where a thing was said; another word of the cue tells what ("in an interview appeared to blame").
VENUES: Final = _bag(
    "address briefing conference debate email interview letter post rally speech statement tweet"
)

# Verbs that only lean on the next in the passive: "is expected to announce".
PASSIVE_LEANERS: Final = _bag("expect force know prepare schedule set suppose")

# Say nothing about the act wherever they stand.
SKIPPED: Final = _bag(
    """
    's a afternoon again all already also an and both but even evening first friday her his its
    just last monday month more morning most my night now often once only or our publicly
    repeatedly saturday so soon still sunday the their then thursday today tuesday wednesday
    week well year yesterday your
    """
)

# Where nothing but these is left, the cue is no more than a colon: "{text}" from "[the court]".
BARE: Final = _bag("about after among from into over that under upon when while with")

# What a question opens with, and what stands before "question" where it is a verb.
QUESTIONS: Final = _bag("about how if what when where whether which who why")
VERB_FOLLOWS: Final = _bag("also can could may might not now often still to will would")

# The content is an object, and not a clause, if it starts so.
OBJECT_STARTS: Final = _bag("a an any her his its more my no our some the their your")

# Irregular forms to dictionary forms.
_IRREGULAR: Final = dict(
    pair.split(":")
    for pair in _bag(
        """
        'd:have 'm:be 're:be 's:be 've:have accorded:accord according:accord am:be are:be
        arose:arise became:become been:be began:begin begun:begin being:be bet:bet bore:bear
        borne:bear broke:break brought:bring came:come chose:choose chosen:choose
        criteria:criterion did:do does:do doing:do done:do drawn:draw dreamt:dream drew:draw
        dug:dig dying:die felt:feel focussed:focus forbade:forbid forbidden:forbid
        foresaw:foresee foreseen:foresee forgot:forget forgotten:forget found:find gave:give
        given:give gone:go got:get gotten:get had:have has:have having:have heard:hear held:hold
        is:be kept:keep knew:know known:know laid:lay led:lead left:leave lent:lend lit:light
        lying:lie made:make meant:mean met:meet misunderstood:misunderstand paid:pay pled:plead
        put:put ran:run rang:ring read:read retold:retell rung:ring said:say sang:sing saw:see
        says:say seen:see sent:send set:set shook:shake shot:shoot shown:show sought:seek
        spent:spend spoke:speak spoken:speak sprang:spring spread:spread stemmed:stem
        stood:stand struck:strike sued:sue sung:sing swore:swear sworn:swear taken:take
        thought:think threw:throw thrown:throw told:tell took:take tore:tear torn:tear
        understood:understand was:be went:go were:be withheld:withhold written:write wrote:write
        """
    )
)


def _class_of_words(tables: dict[str, str]) -> dict[str, str]:
    """Word to class; where two tables name one word, the first table wins."""
    found: dict[str, str] = {}
    for cue_class, words in tables.items():
        for word in words.split():
            found.setdefault(word, cue_class)
    return found


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of a phrase to the ways it may go on, the longer ones first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue_class, block in PHRASES.items():
        for phrase in " ".join(block.split()).split("|"):
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), cue_class))
    return {
        first: tuple(sorted(ways, key=lambda way: -len(way[0]))) for first, ways in found.items()
    }


CLASS_OF: Final = _class_of_words(WORDS)
ALONE: Final = _class_of_words(_ALONE)
PHRASES_FROM: Final = _phrases()
_VOCABULARY: Final = frozenset(
    set(CLASS_OF) | LIGHT | WITHHOLD | SILENT | set(PHRASES_FROM)
    | {word for ways in PHRASES_FROM.values() for rest, _ in ways for word in rest}
)  # fmt: skip

# Ending, and what to put in its place; the first result that the tables know is taken.
_ENDINGS: Final = (
    ("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e")),
    ("s", ("",)), ("er", ("", "e")), ("ers", ("", "e")), ("'s", ("",)),
)  # fmt: skip


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """The dictionary form of a lower-case word, or the word itself where the tables know none."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _VOCABULARY:
        return word
    return next((form for form in _forms(word) if form in _VOCABULARY), word)


def _forms(word: str) -> list[str]:
    """Possible dictionary forms by cutting an ending, undoubling a consonant ("admitted")."""
    forms = []
    for ending, endings in _ENDINGS:
        if not word.endswith(ending):
            continue
        stem = word[: -len(ending)]
        forms += [stem + put for put in endings]
        if len(stem) > 3 and stem[-1] == stem[-2]:
            forms.append(stem[:-1])
    return forms
