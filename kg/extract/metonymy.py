"""Capitals that act: when "Moscow" is Russia's government ("Moscow denied it") and when the city ("in Moscow").

The grammatical slot decides. What only a government does (deny, sanction, withdraw troops) or has (an envoy, a stance, ties)
makes the name its government's; a place, a way or a district in it leaves it the city. Where neither is plain it is the city.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions import Name
from kg.extract.passages import Passage
from kg.extract.syntax import conjuncts, first_conjunct, is_passive, lemma, preposition
from kg.gazetteer import is_capital, people_of

if TYPE_CHECKING:
    from kg.extract.tokens import Span, Token

_ACTS = frozenset(
    """
    abandon abolish abstain accept accuse acknowledge act add admit adopt advise advocate agree aid aim allege allow
    annex announce answer appeal apply appoint approve argue arm arrange ask aspire assert assist assure attempt
    authorize avoid await back ban bar bargain believe block bow boycott brand break bring bristle buy call cancel
    capitulate caution cease cede challenge chide claim collude comment commit complain comply concede condemn condone
    confer confirm consent consider consult contemplate contend continue contradict control convene cooperate court
    covet crave criticize cut deal decide declare decline decry deem defend delay demand denounce deny deplore deploy
    detain develop disagree disapprove disclose dismiss dispatch dispute dither dodge donate drop ease emphasize enact
    encourage end endorse engage ensure enter envisage escalate exchange exercise expel explain express extend
    extradite fail fault favor fear figure finance force freeze fret fume fund give gloat grant guarantee hail halt
    harbor heed help hesitate hint hold hope ignore implement impose increase indicate inform initiate insist install
    intend intensify interpret intervene invade invest invite isolate issue join justify keep know lack lament launch
    lead lean let lift loathe lobby lower maintain make meddle mediate mobilize monitor move mull need negotiate
    nominate note notice notify nurture object obtain offer open oppose order oust outlaw overlook owe participate pay
    persuade plan plead pledge point ponder portray possess postpone praise preach prefer prepare present press
    pressure prevent proceed proclaim prod profess prohibit promise promote propose protest prove provide provoke pull
    purchase pursue push put question raise ratify react reaffirm realize reassure rebuff rebuke recall receive reckon
    recognize recommend reconsider redeploy reduce refrain refuse regard regret reimpose reinforce reiterate reject
    release relent remain renege renew renounce repeal repeat replace reply report reprimand request require rescind
    resist resolve respond restart restore restrict resume retaliate retort return reveal reverse revoke rule sabotage
    sanction say scold scorn scrap seal secede secure see seek seem sell send set shrug shun shut side sign signal slam
    spend split sponsor spurn stall stand start state step stick stop store strengthen stress strike strive subscribe
    subsidize suggest summon supply support suspect suspend take tell test think threaten tighten tolerate toughen
    tout trade train transfer treat trust try turn underestimate unveil uphold urge use veto view vilify violate voice
    vote vow wait want warn weigh welcome wish withdraw withhold worry yield
    """.split()
)
"""Verbs whose subject decides, says or does what governments do."""
_HAPPENS = frozenset(
    """
    attend attract bear beat become boast border bring celebrate commemorate contain cover defeat draft draw edge
    encounter endure enjoy experience face feel get greet have hit host house include lack lose mark mourn observe
    overlook play reach record remember resemble rout score see share suffer surpass surround top total wake win
    witness
    """.split()
)
"""Verbs that have an object and a city as subject: what befalls it, what it holds, what its teams do."""
_GIVES = frozenset("give grant hand lend loan offer pay promise provide sell send supply".split())
"""Verbs that have who is given something as object."""
_SUFFERS = frozenset(
    """
    accuse advise alarm allow anger annoy appease arm ask assist assure back bar blame call challenge condemn confront
    convince counter criticize defy denounce discomfit dismay displease embarrass encourage enrage force frighten
    frustrate help implore inform infuriate invite irk irritate isolate lobby notify offend oppose outrage persuade
    petition please praise press pressure prod prompt provoke punish push reassure rebuff rebuke remind request
    sanction shock slam sue surprise suspect tell thank threaten trust upset urge view warn worry
    """.split()
)
"""Verbs whose object is spoken or dealt with."""
_POLICY = frozenset(
    """
    accusation action agenda aggression agreement aid aim allegation allegiance alliance ally ambassador ambition
    annexation announcement apology appeal approach approval argument arm army arsenal assault assertion assessment
    assistance assurance attempt attitude backing ban behavior bid blessing blockade bluster bomb boycott cabinet call
    campaign claim commitment communique compliance concern concession condemnation condition conduct conflict consent
    control cooperation counterpart critic criticism deal decision defense demand denial dependence deployment desire
    determination diplomacy diplomat dispute doctrine drone economy effort embargo embassy enemy engagement enrichment
    enthusiasm envoy expansion fear fleet foe force friend friendship goal government grip guarantee hand help hope
    hostility inability influence insistence intelligence intent intention interest interference intervention invasion
    invitation involvement isolation issue leader leadership leverage line loyalty meddling message military minister
    ministry missile mission motive move negotiator neighbor neutrality objection objective occupation offensive offer
    opponent opposition option orbit order overture parliament partner partnership patience plan planner pledge plot
    point policy position posture power preference preparation presence pressure priority program project promise
    propaganda proposal proxy pullout push reaction readiness reason rebuff record refusal regime rejection relation
    relationship reluctance reply representative request resolve response restraint retaliation rhetoric right rival
    rivalry role rule sale sanction satellite say sentiment setback signal sovereignty spokesman spokeswoman spy
    stance standoff statement strategy strength supply support supporter suspicion sympathy tactic talk target tension
    threat tie trade treatment troop ultimatum uranium veto victory view viewpoint vow war warning weapon will
    willingness wish withdrawal word
    """.split()
)
"""Nouns for what governments have, do or are dealt with by."""
_GOVERNMENT = frozenset({"government", "regime", "leadership", "administration", "junta"})
_SENT_TO = frozenset(
    """
    aid allegiance alternative ambassador apology appeal assistance assurance blow challenge close concession
    counterweight envoy export feed friendly gift give grant hostile letter loan loyal message offer opposition
    present rebuff sale sell signal subordinate supply support sympathetic threat tie transfer ultimatum warning
    """.split()
)
"""Words whose "to" leads to whom it is given, said or meant, not where to."""
_RELYING = frozenset(
    """
    ban call crackdown depend dependence dependent embargo impose influence lean leverage pressure reliance reliant
    rely sanction
    """.split()
)
_CRITICS = frozenset(
    """
    accuse ally backing critic critical criticism enemy foe friend opponent policy rival supporter suspicious
    """.split()
)
_GIVERS = frozenset(
    """
    aid approval arms assistance assurance autonomy backing blessing buy call comment concession condemnation
    criticism demand distance elicit funding gain get guarantee help independence independent influence instruction
    interference invitation message money obtain opposition order permission pledge pressure promise protest reaction
    receive reply resistance response sanction secede secure seek signal support threat warning word
    """.split()
)
"""Words whose "from" names who gives."""
_TURNED_AGAINST = frozenset(
    """
    act argue campaign case charge complain direct fight grievance impose level measure retaliate sanction side turn
    vote
    """.split()
)
"""Words besides those whose "against" is followed by an opponent, not by a target of weapons."""
_READY = frozenset(
    """
    able afraid angry anxious aware behind careful cautious certain committed concerned confident content convinced
    cool critical determined disappointed eager engaged entitled frustrated furious happy hesitant hopeful involved
    keen likely locked nervous obliged opposed optimistic prepared prone ready reluctant responsible right satisfied
    sceptical serious silent skeptical suspicious unable undeterred unhappy unimpressed unlikely unmoved unwilling upset
    wary willing worried wrong
    """.split()
)


_PARTED = frozenset({"-", "--", "–", "—", "―", "("})


def find_metonyms(passages: Sequence[Passage], names: Sequence[Name]) -> frozenset[int]:
    """Numbers of the names that are capitals and stand for their governments."""
    found: set[int] = set()
    ordered = sorted((n for n in range(len(names)) if names[n].type in {"place", "organization"}), key=lambda n: names[n].span)
    index = 0
    for number in ordered:
        span = names[number].span
        while index < len(passages) and passages[index].block.end <= span.start:
            index += 1
        if index == len(passages) or span.start < passages[index].block.start:
            continue
        offset = passages[index].offset
        piece = passages[index].doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
        if piece is not None and not _is_dateline(piece) and is_metonym(piece):
            found.add(number)
    return frozenset(found)


def _is_dateline(name: Span) -> bool:
    """Whether a name begins its passage and a dash or bracket parts it from the text ("WASHINGTON -- The president")."""
    doc = name.doc
    return not doc[: name.start].text.strip() and name.end < len(doc) and doc[name.end].text in _PARTED


def is_metonym(name: Span) -> bool:
    """Whether the name of a capital stands for the government that sits there."""
    return is_capital(name.text) and acts(name.root)


def acts(name: Token) -> bool:
    """Whether a place's name stands where only a government can."""
    slot = first_conjunct(name)
    head = slot.head
    if slot.dep_ in {"nsubj", "nsubj:outer"}:
        minded = any(child.dep_ == "amod" and lemma(child) in _READY for child in name.children)  # "an anxious Washington"
        return minded or _does(head)
    if slot.dep_ == "nsubj:pass" and head.lower_ in _READY:
        return True
    if slot.dep_ in {"nsubj:pass", "obj", "iobj"}:
        return lemma(head) in _SUFFERS or _is_to_act(slot, head) or _is_given(slot, head)
    if slot.dep_ == "nmod:poss":
        return _is_policy(head)
    if slot.dep_ in {"compound", "nmod:attributive"}:
        return lemma(head) in _GOVERNMENT
    if slot.dep_.startswith(("obl", "nmod")):
        return _meant_by(preposition(name) or preposition(slot), slot, head)
    return False


def _does(head: Token) -> bool:
    """Whether a predicate is one of governments: what they do to others, say or want, and what they are ready for."""
    if head.pos_ not in {"VERB", "AUX"}:
        return lemma(head) in _READY
    if is_passive(head):
        return False
    word = lemma(head)
    if word == "be" and any(
        child.pos_ == "ADJ" and lemma(child) in _READY for child in head.children
    ):  # "the more anxious X is"
        return True
    if word in _ACTS or any(child.dep_ in {"ccomp", "xcomp"} and child.pos_ == "VERB" for child in head.children):
        return True
    return head.pos_ == "VERB" and word not in _HAPPENS and any(child.dep_ == "obj" for child in head.children)


def _is_to_act(name: Token, verb: Token) -> bool:
    """Whether the object of a verb is to do something ("want Moscow to close its bases")."""
    return any(child.dep_ in {"xcomp", "ccomp"} and child.i > name.i and child.pos_ == "VERB" for child in verb.children)


def _is_given(name: Token, verb: Token) -> bool:
    """Whether the object of a verb is given something ("sent Caracas proof", "supply Tehran with fuel")."""
    others = [child for child in verb.children if child.i > name.i]
    return lemma(verb) in _GIVES and any(o.dep_ == "obj" or (o.dep_ == "obl" and preposition(o) == "with") for o in others)


def _is_policy(noun: Token) -> bool:
    told = [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod:attributive"}]
    if lemma(noun) in {"embassy", "consulate"} and any(people_of(child.text) for child in told):
        return False  # "London's Ecuadorean embassy"
    return lemma(noun) in _POLICY and not any(child.dep_ == "amod" and child.lower_ == "city" for child in told)


def _meant_by(slot: str, name: Token, head: Token) -> bool:
    """Whether a name behind a preposition is who is dealt with."""
    word = lemma(head)
    if slot == "with":
        return True
    if slot == "between":
        return len(conjuncts(name)) > 1 and (word in _POLICY or head.pos_ in {"VERB", "AUX"})
    if slot == "by":
        return True
    if slot == "against":
        return word in _POLICY or word in _TURNED_AGAINST
    if slot in {"toward", "towards"}:
        return word in _POLICY
    if slot in {"to", "for"}:
        return word in _SENT_TO
    if slot in {"on", "upon"}:
        return word in _RELYING
    if slot == "of":
        return word in _CRITICS
    return slot == "from" and word in _GIVERS
