"""Words of English news prose that tell what a speaker is. No names of people, bodies or stories.

ROLES are nouns for one person, BODIES for an organisation, STATE those of them that belong to a
state, DOCUMENTS for things that speak for whoever issued them, GROUPS for people without a name.
"""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof sir dame lord lady madam madame monsieur mme herr frau rev hon señor"
    " sheikh imam ayatollah mullah sr br fr msgr"
)
RANKS = word_set(
    "gen general maj major lt lieutenant col colonel capt captain sgt sergeant adm admiral cmdr"
    " brig brigadier cpl corporal pvt private marshal commodore major-general lieutenant-general"
    " lieutenant-colonel brigadier-general vice-admiral rear-admiral officer constable inspector"
    " detective superintendent sheriff trooper insp det supt"
)
RANK_ADJECTIVES = word_set("vice rear staff first second chief retired ret field")
ABBREVIATIONS = (
    HONORIFICS
    | RANKS
    | word_set("sen rep gov pres del jr sr st no sec reps sens gens profs drs asst dep dist atty")
)

MALE = word_set(
    "mr sir lord monsieur herr king prince duke father brother son husband uncle grandfather nephew"
    " grandson actor businessman chairman congressman policeman fisherman gentleman boy man"
    " spokesman statesman salesman councilman assemblyman cameraman sportsman widower señor imam"
)
FEMALE = word_set(
    "mrs ms miss dame lady madam madame mme frau queen princess duchess mother sister daughter wife"
    " aunt grandmother niece granddaughter actress businesswoman chairwoman congresswoman"
    " policewoman gentlewoman girl woman spokeswoman stateswoman saleswoman councilwoman"
    " assemblywoman camerawoman sportswoman widow housewife hostess señora"
)

ROLES = (
    MALE
    | FEMALE
    | word_set(
        "president vice-president minister secretary spokesperson spokesman spokeswoman chief head"
        " director commander ambassador envoy senator governor mayor judge justice magistrate"
        " lawyer attorney solicitor barrister counsel prosecutor professor lecturer teacher dean"
        " provost rector analyst expert researcher economist historian scientist scholar fellow"
        " physicist biologist epidemiologist official officer leader chair chairperson executive"
        " ceo cfo founder co-founder manager adviser advisor aide deputy candidate nominee"
        " lawmaker legislator representative congressperson delegate councillor councilor"
        " commissioner author writer novelist poet reporter journalist editor correspondent"
        " columnist commentator blogger presenter anchor host mate activist"
        " campaigner organizer organiser strategist consultant pollster lobbyist diplomat"
        " negotiator mediator monitor observer inspector engineer technician farmer worker driver"
        " pilot sailor soldier veteran guard doctor physician surgeon nurse pharmacist"
        " psychologist therapist coach player captain actor singer rapper musician artist"
        " filmmaker producer designer architect comedian celebrity resident villager witness"
        " survivor victim refugee migrant student pupil graduate parent child neighbor neighbour"
        " friend colleague partner fiancee pope cardinal bishop archbishop priest pastor reverend"
        " rabbi cleric preacher monk nun king queen emperor sultan emir premier chancellor"
        " speaker whip treasurer auditor comptroller ombudsman secretary-general counterpart"
        " rival opponent ally critic supporter surrogate donor protester demonstrator rebel"
        " fighter militant jihadist insurgent dissident defector hostage prisoner suspect"
        " defendant plaintiff owner landlord tenant investor trader banker broker billionaire"
        " millionaire mogul tycoon entrepreneur developer contractor agent operative insider"
        " source sen rep gov pres del mp mep md incumbent frontrunner front-runner hopeful"
        " politician statesperson republican democrat conservative liberal independent socialist"
        " communist foe principal superintendent caretaker coordinator administrator registrar"
        " clerk assistant interpreter translator whistleblower paramedic firefighter ranger"
        " captain skipper conductor cyclist climber champion clinician virologist meteorologist"
        " geologist hydrologist archaeologist ringleader bosun boatswain steward stewardess"
        " foreman forewoman sociologist theologian philosopher cousin sibling"
        " counselor counsellor undersecretary co-chair co-host moderator pundit baker chef curator"
        " publisher biographer staffer"
        " relative spouse twin stepson stepdaughter in-law"
    )
)
ROLE_MODIFIERS = word_set(
    "foreign defense defence prime vice interior finance home health education energy economy trade"
    " transport agriculture environment justice labor labour culture press chief deputy former"
    " first acting interim senior junior top assistant associate executive managing general"
    " special political national security affairs external internal communications media public"
    " relations campaign presidential vice-presidential district city state county town village"
    " attorney lead leading permanent under parliamentary opposition party majority minority house"
    " senate shadow staff armed forces military army navy air force police principal"
    " honorary emeritus retired veteran then ex now-former longtime outgoing"
    " incoming presiding sitting visiting founding outspoken and of the for supreme high"
    " high-ranking prominent rival fellow policy"
    " science research program programme project field regional local federal central human rights"
    " development water fisheries tourism information digital technology commerce treasury"
    " budget european global world international crown homeland circuit democratic republican gop"
    " bipartisan"
)

STATE = word_set(
    "ministry government administration military army navy department parliament congress senate"
    " embassy court police cabinet council treasury authorities forces bureau directorate"
    " presidency duma mod consulate mission regime junta inspectorate commissariat"
)
BODIES = STATE | word_set(
    "party committee commission agency office group organization organisation union"
    " association federation league alliance coalition company corporation corp inc ltd firm bank"
    " fund foundation trust institute institution university college school academy center centre"
    " observatory society club team campaign staff service services authority board network"
    " movement front brigade command task force headquarters tribunal church hospital museum"
    " laboratory lab council conference assembly chamber house secretariat delegation exchange"
    " airline airlines industries holdings studios watch monitor initiative project"
    " coalition opposition militia rebels operator utility cooperative collective think-tank ngo"
    " charity syndicate bloc state division unit factory plant works"
)
OUTLETS = word_set(
    "newspaper daily weekly magazine broadcaster channel outlet website site blog station tabloid"
    " journal times post herald tribune gazette guardian telegraph chronicle observer courier"
    " examiner inquirer mirror independent dispatch news newswire tv radio broadcasting reuters"
    " afp ap upi tass bbc cnn nbc abc cbs npr pbs msnbc cnbc bloomberg xinhua interfax dpa efe ansa"
    " politico wire podcast"
)
AGENCIES = word_set(  # names that need no other word
    "reuters afp ap upi tass bbc cnn nbc abc cbs npr pbs msnbc cnbc bloomberg xinhua interfax dpa"
    " efe ansa politico"
)
DOCUMENTS = word_set(
    "statement report release communique communiqué announcement letter memo memorandum note email"
    " e-mail message tweet post posting article story column editorial op-ed essay book memoir"
    " study survey poll paper analysis review audit assessment finding findings data figures"
    " statistics filing lawsuit complaint indictment ruling verdict opinion order document"
    " documents records transcript testimony affidavit speech remarks comments comment interview"
    " video recording audio footage ad advertisement commercial press-release briefing notice"
    " bulletin account website resolution draft declaration petition manifesto plan"
    " complaint account brief commentary words update tweets posts reports statements polls studies"
    " surveys"
    " emails letters videos texts headline quote claim claims denial accusation"
)
GROUPS = word_set(
    "officials sources people experts analysts critics supporters activists residents witnesses"
    " protesters protestors demonstrators lawmakers leaders politicians diplomats journalists"
    " reporters investigators prosecutors researchers scientists economists historians scholars"
    " observers monitors rebels militants fighters insurgents voters republicans democrats"
    " conservatives liberals progressives workers farmers families relatives friends neighbors"
    " neighbours members aides advisers advisors allies opponents rivals others many some several"
    " few most both all everyone everybody someone somebody anyone nobody no-one others media"
    " moderates backers foes press public governments countries nations states parties companies"
    " organizations"
    " organisations groups agencies bodies ngos courts judges lawyers attorneys doctors nurses"
    " teachers students parents children women men police"
)
PEOPLE_PLURAL = word_set("police people media press public authorities")

INDEFINITE = word_set(
    "a an some several many few two three four five six seven eight nine ten dozens hundreds"
    " thousands another other others one any no most various numerous certain unnamed anonymous"
    " unidentified both all every each more multiple prominent at least"
    " not only nearly almost"
)
DEFINITE = word_set("the this that these those said he")
POSSESSIVE = word_set("his her its their our my your whose")

RELATIVE = word_set("who which that whom whose")
HE = word_set("he him his himself")
SHE = word_set("she her hers herself")
IT = word_set("it its itself")
THEY = word_set("they them their theirs themselves")
FIRST = word_set("i me my mine myself")
WE = word_set("we us our ours ourselves you your yours")
PRONOUNS = RELATIVE | HE | SHE | IT | THEY | FIRST | WE

# Words that open a sentence in capitals and begin no name.
OPENERS = word_set(
    "the this these those but when while after before if as then so not and or nor although though"
    " because since until unless whereas yet still also even however meanwhile instead later"
    " earlier now once here there what how why where whether which who either neither yes well only"
    " just despite during following through without across via especially perhaps maybe unlike"
    " over out up down off into is are was were do does did has have had can could would"
    " might should must let new again like thus hence indeed nonetheless nevertheless moreover"
    " overall more than too very much such same next last"
)

PREPOSITIONS = word_set(
    "of for at in from with on by to against about near under inside outside within among between"
    " who which that whose whom like including such as behind close familiar speaking"
)

# Roles whose "of" or owner names a person or cause, not whom they speak for.
PERSONAL = word_set(
    "critic opponent supporter ally rival friend neighbor neighbour father mother brother sister"
    " son daughter wife husband widow widower parent child cousin relative victim survivor"
    " witness foe colleague counterpart fan author donor surrogate mate fiancee partner spouse"
)
# Words for one person that tell nothing of who: never another name for somebody named.
FACELESS = word_set(
    "source insider operative official observer expert analyst one person witness critic"
)

# Each line: words that news uses for one another when it names a person again.
ROLE_SYNONYMS = tuple(
    word_set(line)
    for line in (
        "spokesman spokeswoman spokesperson representative press-secretary",
        "senator sen lawmaker legislator",
        "representative rep congressman congresswoman lawmaker legislator mp deputy",
        "governor gov",
        "president leader pres",
        "premier minister leader chancellor",
        "chairman chairwoman chair chairperson leader",
        "head chief director boss leader commissioner",
        "ambassador envoy diplomat",
        "lawyer attorney counsel solicitor barrister",
        "prosecutor attorney",
        "nominee candidate hopeful",
        "general commander officer gen marshal",
        "adviser advisor aide",
        "professor academic scholar lecturer",
        "businessman businesswoman tycoon mogul billionaire entrepreneur",
        "journalist reporter correspondent",
        "doctor physician dr surgeon",
        "manager executive director ceo",
        "judge justice magistrate",
        "pastor reverend priest rev minister",
    )
)
# A "top diplomat" is whoever speaks for a country abroad.
DIPLOMAT_ROLES = ("foreign minister", "foreign secretary", "secretary of state", "foreign affairs")
OFFICIAL_ROLES = word_set(
    "minister secretary spokesman spokeswoman spokesperson president director chief head commander"
    " ambassador envoy officer commissioner governor mayor general adviser deputy"
)
# Chambers and the like: with a capital they are names by themselves ("the Senate").
CHAMBERS = word_set(
    "senate house congress parliament commons lords duma knesset bundestag assembly cabinet"
    " treasury legislature"
)
# What calls itself none of the words above, as outlets' names go.
OUTLET_NAMES = word_set(
    "axios vox huffpost breitbart buzzfeed salon newsweek economist today reporter beast caller"
    " sputnik jazeera itv zdf ard rai marketwatch forbes wired snopes politifact rferl hill"
    " intercept atlantic nation"
)
PRESS = word_set(
    "times post journal herald tribune gazette guardian telegraph chronicle observer courier"
    " examiner inquirer mirror independent dispatch daily weekly today economist standard star"
    " globe sun mail express register bee"
)
BROADCAST = word_set(
    "cnn bbc nbc abc cbs npr pbs msnbc cnbc fox sky tv television radio channel broadcasting itv"
    " jazeera news rt sputnik"
)
PARTY_MEMBERS = word_set("democrat republican lawmaker politician conservative liberal socialist")
POLITICAL = word_set(
    "senator representative congressman congresswoman sen rep governor leader speaker whip mp"
    " candidate nominee legislator assemblyman assemblywoman delegate chairman chairwoman"
)

# Words that take up a body whose name does not hold them.
OUTLET_KINDS = word_set("network paper publication")
COMPANY_KINDS = word_set("company firm corporation bank airline retailer manufacturer operator")
COMPANY_NOUNS = word_set("company corporation corp inc ltd co firm bank airline airlines holdings")
UNION_KINDS = word_set(
    "union association federation league society alliance group organization organisation charity"
)
