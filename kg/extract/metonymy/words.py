"""Words beside which a capital is its government: verbs of what governments do and suffer, nouns of what they have."""

from __future__ import annotations

ACTS = frozenset(
    """
    abandon abolish abstain accept accuse acknowledge act add adhere admit adopt advise advocate agree aid aim align
    allege allow annex announce answer appeal apply appoint approve argue arm arrange ask aspire assert assist assure
    attempt authorize avoid await back backtrack ban bar bargain believe block bow boycott brand break bring bristle
    budge buy call cancel capitulate caution cease cede challenge chide claim clash collaborate collude comment commit
    complain comply compromise concede condemn condone confer confirm consent consider conspire consult contemplate
    contend continue contradict control convene cooperate court covet crave criticize cut deal decide declare decline
    decry deem defect defend delay demand denounce deny deplore deploy detain develop disagree disapprove disclose
    dismiss dispatch dispute dither dodge donate drop ease emphasize enact encourage end endorse engage ensure enter
    envisage escalate exchange exercise expel explain express extend extradite fail falter fault favor fear figure
    finance focus force freeze fret fume fund give gloat grant guarantee hail halt harbor heed help hesitate hint hold
    hope ignore implement impose increase indicate inform initiate insist install intend intensify interfere interpret
    intervene invade invest invite isolate issue join justify keep know lack lament launch lead lean let lift loathe
    lobby lower maintain make meddle mediate mobilize monitor move mull need negotiate nominate note notice notify
    nurture object obtain offer open oppose order oust outlaw overlook owe participate pay persuade plan plead pledge
    point ponder portray possess postpone praise preach prefer prepare present press pressure prevent proceed proclaim
    prod profess prohibit promise promote propose protest prove provide provoke pull purchase pursue push put question
    raise ratchet ratify react reaffirm realize reassure rebuff rebuke recall receive reckon recognize recommend
    reconsider redeploy reduce refrain refuse regard regret reimpose reinforce reiterate reject release relent remain
    renege renew renounce repeal repeat replace reply report reprimand request require rescind resist resolve respond
    restart restore restrict resume retaliate retort retreat return reveal reverse revoke rule sabotage sanction say
    scold scorn scrap seal secede secure see seek seem sell send set shrug shun shut side sign signal slam soften spend
    split sponsor spurn stall stand start state step stick stop store strengthen stress strike strive subscribe
    subsidize suggest summon supply support suspect suspend take tell test think threaten tighten tolerate toughen tout
    trade train transfer treat trust try turn underestimate unveil uphold urge use veto view vilify violate voice vote
    vow wait want warn waver weigh welcome wish withdraw withhold work worry yield
    """.split()
)
"""Verbs whose subject decides, says or does what governments do."""
HAPPENS = frozenset(
    """
    attend attract bear beat become boast border bring celebrate commemorate contain cover defeat draft draw edge
    encounter endure enjoy experience face feel get greet have hit host house include lack lose mark mourn observe
    overlook play reach record remember resemble rout score see share suffer surpass surround top total wake win
    witness
    """.split()
)
"""Verbs that have an object and a city as subject: what befalls it, what it holds, what its teams do."""
GIVES = frozenset("give grant hand lend loan offer pay promise provide sell send supply".split())
"""Verbs that have who is given something as object."""
SUFFERS = frozenset(
    """
    accuse advise alarm alienate allow anger annoy antagonize appease arm ask assist assure astonish back bar blackmail
    blame bully call challenge coax coerce commend compel concern condemn confront congratulate contact convince counter
    court criticize defy denounce deter disappoint discomfit discourage dismay displease dissuade embarrass embolden
    encourage enrage entice exasperate fault force frighten frustrate fund help implore incense inform infuriate
    intimidate invite irk irritate isolate lobby mollify notify nudge offend oppose outmaneuver outrage pacify penalize
    persuade petition placate please praise press pressure prod prompt provoke punish push quiz reassure rebuff rebuke
    refer remind reprimand request restrain sanction scold shame shock slam snub spur stun sue support surprise suspect
    sway taunt tell thank threaten thwart trust unnerve unsettle upset urge view vilify warn woo worry
    """.split()
)
"""Verbs whose object is spoken or dealt with."""
POLICY = frozenset(
    """
    accusation action admission agenda aggression agreement aid aim allegation allegiance alliance ally ambassador
    ambition annexation announcement apology appeal approach approval argument arm army arsenal assault assertion
    assessment assistance assurance attempt attitude backing ban behavior behest bid blessing blockade bluster bomb
    boycott buildup cabinet call campaign capability choice claim commitment communique complaint compliance concern
    concession condemnation condition conduct conflict consent control cooperation counterpart crackdown critic
    criticism deal debt decision declaration defense defiance demand denial dependence deployment desire determination
    diplomacy diplomat dispute distrust doctrine drone economy effort embargo embassy enemy engagement enrichment
    enthusiasm envoy expansion explanation fear fleet foe force friction friend friendship goal government grip
    guarantee hand help hope hostility idea inability influence insistence intelligence intent intention interest
    interference intervention intolerance invasion invitation involvement isolation issue leader leadership leverage
    line loyalty meddling message military minister ministry missile mission mistrust misunderstanding motive move
    negotiation negotiator neighbor neutrality objection objective occupation offensive offer opponent opposition option
    orbit order outrage overture pact parliament partner partnership patience plan planner plea pledge plot point policy
    position posture power preference preparation presence pressure priority program project promise propaganda proposal
    provocation proxy pullout push reaction readiness reason rebuff record redeployment refusal regime rejection
    relation relationship reluctance reply representative request requirement resolve response restraint restriction
    retaliation rhetoric rift right rival rivalry role rule sale sanction satellite say sentiment setback signal
    sovereignty spokesman spokeswoman spy stance standoff statement strategy strength supply support supporter suspicion
    sympathy tactic talk target tension threat tie trade treatment treaty troop trust ultimatum uranium veto victory
    view viewpoint vow war warning weapon will willingness wish withdrawal word
    """.split()
)
"""Nouns for what governments have, do or are dealt with by."""
GOVERNMENT = frozenset({"government", "regime", "leadership", "administration", "junta"})
BETWEEN_STATES = frozenset(
    "accord agreement alliance axis dialogue friendship pact relation relationship rift rivalry tie treaty".split()
)
"""Nouns that two capitals before them say whose they are ("Moscow-Beijing ties")."""
SENT_TO = frozenset(
    """
    aid allegiance alternative ambassador answer apologize apology appeal assistance assurance blow challenge close
    complain concession consequence counterweight debt defeat embarrassment envoy export feed friendly gift give grant
    headache hostile kowtow letter lifeline loan loyal message object objection offer opposition present pressure
    problem proposal protest rebuff reply requirement resistance respond response rival sale sell setback signal
    subordinate supply support sympathetic threat tie transfer ultimatum victory warning yield
    """.split()
)
"""Words whose "to" leads to whom it is given, said or meant, not where to."""
RELYING = frozenset(
    """
    ban call crackdown depend dependence dependent embargo impose influence lean leverage pressure reliance reliant
    rely sanction
    """.split()
)
CRITICS = frozenset(
    """
    accuse ally backing behalf behest critic critical criticism enemy foe friend opponent policy rival supporter
    suspicious
    """.split()
)
GIVERS = frozenset(
    """
    aid approval arms assistance assurance autonomy backing blessing buy call comment concession condemnation
    criticism demand distance elicit funding gain get guarantee help independence independent influence instruction
    interference invitation message money obtain opposition order permission pledge pressure promise protest reaction
    receive reply resistance response sanction secede secure seek signal support threat warning word
    """.split()
)
"""Words whose "from" names who gives."""
TURNED_AGAINST = frozenset(
    """
    act argue campaign case charge complain direct fight grievance impose level measure retaliate sanction side turn
    vote
    """.split()
)
"""Words besides those whose "against" is followed by an opponent, not by a target of weapons."""
READY = frozenset(
    """
    able afraid alarmed angry anxious astonished aware behind careful cautious certain committed concerned confident
    content convinced cool critical determined disappointed dismayed dissatisfied eager engaged entitled frustrated
    furious grateful guilty happy hesitant hopeful hostile involved irritated isolated keen likely locked nervous
    obliged opposed optimistic pleased prepared prone ready reluctant responsible right satisfied sceptical serious
    silent skeptical suspicious unable undeterred unhappy unimpressed unlikely unmoved unwilling upset wary willing
    worried wrong
    """.split()
)
HOLDS = frozenset("bear draw face have lose make reach".split())
"""Verbs that say of a government or a city that it has what their object names."""
OF_CITIES = frozenset("bid control drone economy leader leadership line point power right role style victory war".split())
"""Those of the nouns for what governments have that cities have, too."""
STANDING = frozenset(
    "ally backer enemy foe friend loggerhead odd odds partner patron rival signatory supplier supporter".split()
)
"""Nouns that say how one state stands to others ("are at odds")."""
BACK = frozenset("back out aside forward away together apart closer".split())
"""Words that make a state of who is held or brought so ("hold Moscow back")."""
BEFALLS = frozenset(
    """
    approach attack besiege bomb bombard capture connect cross devastate encircle enter evacuate flee flood hit leave link
    occupy pack paralyse paralyze pound quit rattle reach rebuild retake rock seize shake shell storm strike surround swamp
    tour visit
    """.split()
)
"""Verbs whose object is a place."""
JOINS = frozenset("border connect join link twin".split())
"""Verbs whose "with" leads to the other end of a way."""
WAYS = frozenset(
    """
    airline border bus car corridor distance drive ferry flight fly highway hub journey kilometer kilometre line link mile
    motorway pipeline rail railroad railway ride road route run sea service shuttle space street time track traffic train
    transfer travel trip tunnel walk way
    """.split()
)
"""What lies or goes between two cities."""
THERE = frozenset(
    """
    across around at beneath beyond in inside into near nearby opposite outside past round through throughout toward
    towards via within
    """.split()
)
"""Prepositions of places alone."""
ATTACKS = frozenset("attack assault bombing offensive raid shelling strike blast bomb".split())
SPORTS = frozenset("final game goal match play victory win".split())
IN_TOWN = frozenset(
    """
    area architecture avenue bid center centre church citizen city court district dweller governor inhabitant mayor metro
    neighborhood neighbourhood newspaper outskirt people police population quarter resident school shop skyline slum square
    station street suburb subway team times tourist traffic transport tube tunnel underground university weather zone zoo
    """.split()
)
"""What is a city's, besides its buildings."""
