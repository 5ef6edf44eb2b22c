"""Words as questions and texts share them: folded letters, stems, and what may be left out."""

import unicodedata
from functools import cache, lru_cache

from tieline.late import regex
from tieline.model.token import SHORT, Token, tokenize

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("’‘`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–—‑−", "-"),
        "\u00a0": " ",
    }
)
# Forms and what they are forms of; and words that only look like forms of another.
_FORMS = """
swelled=swell overgrew=overgrow overgrown=overgrow
came=come went=go gone=go took=take taken=take began=begin begun=begin met=meet held=hold said=say says=say told=tell gave=give given=give
made=make built=build wrote=write written=write kept=keep got=get paid=pay sold=sell bought=buy grew=grow grown=grow rose=rise risen=rise
fell=fall fallen=fall led=lead left=leave flew=fly flown=fly spoke=speak spoken=speak became=become was=be were=be is=be are=be been=be
being=be am=be has=have had=have does=do did=do done=do shook=shake broke=break broken=break set=set cut=cut put=put won=win lost=lose
sent=send spent=spend brought=bring thought=think sought=seek saw=see seen=see knew=know known=know drew=draw ran=run stood=stand hit=hit
men=man women=woman children=child people=people ties=tie tie=tie leaders=leader countries=country companies=company visitors=visitor
figures=figure news=news lies=lie biggest=big bigger=big largest=large larger=large highest=high higher=high businesses=business dying=die
meeting=meeting meetings=meeting building=building mining=mining opening=open during=during united=united series=series species=species
process=process congress=congress access=access thing=thing things=thing spring=spring king=king bring=bring string=string need=need
speed=speed shipping=shipping agreement=agreement agreements=agreement statement=statement statements=statement million=million
billion=billion region=region regions=region station=station nation=nation nations=nation union=union conclusion=conclud entry=entry
entries=entry number=number owed=owe owing=owe owes=owe used=use using=use uses=use died=die dies=die numbers=number monday=monday
tourism=tourism tourist=tourist agreed=agree agrees=agree applied=apply applies=apply applying=apply arisen=arise arose=arise ate=eat
apartment=apartment apartments=apartment department=department departments=department portion=portion portions=portion wine=wine
wines=wine plane=plane planes=plane care=care cares=care cared=care caring=care note=note notes=note noted=note
noting=note cape=cape capes=cape
axed=axe axing=axe beaten=beat bled=bleed bleeding=bleed bleeds=bleed blew=blow blown=blow bore=bear borne=bear bound=bind caught=catch
cautioned=caution cautioning=caution chose=choose chosen=choose commented=comment commenting=comment commissioned=commission
commissioning=commission complemented=complement complementing=complement complied=comply complies=comply complying=comply dealt=deal
decommissioned=decommission decommissioning=decommission decreed=decree decrees=decree disagreed=disagree disagrees=disagree drawn=draw
driven=drive drove=drive dug=dig eaten=eat exceeded=exceed exceeds=exceed eyed=eye eying=eye fed=feed felt=feel fled=flee flies=fly
forbade=forbid forbidden=forbid foresaw=foresee foreseen=foresee foresees=foresee forgave=forgive forgiven=forgive forgot=forget
forgotten=forget fought=fight froze=freeze frozen=freeze guaranteed=guarantee guarantees=guarantee heard=hear hidden=hide
implemented=implement implementing=implement laid=lay lain=lie lent=lend lying=lie meant=mean mentioned=mention mentioning=mention
oversaw=oversee overseen=oversee oversees=oversee overtaken=overtake overtook=overtake petitioned=petition petitioning=petition
proceeded=proceed proceeding=proceed questioned=question questioning=question rang=ring rebuilt=rebuild repaid=repay replied=reply
replies=reply replying=reply ridden=ride rode=ride rung=ring sanctioned=sanction sanctioning=sanction sank=sink sat=sit shaken=shake
shot=shoot shown=show shrank=shrink shrunk=shrink sped=speed stole=steal stolen=steal struck=strike stuck=stick succeeded=succeed
succeeding=succeed succeeds=succeed sued=sue suing=sue sunk=sink supplemented=supplement supplementing=supplement supplied=supply
supplies=supply supplying=supply swore=swear sworn=swear taught=teach threw=throw thrown=throw tied=tie tore=tear torn=tear tried=try
tries=try trod=tread trodden=tread tying=tie undergone=undergo understood=understand undertaken=undertake undertook=undertake
underwent=undergo upheld=uphold withdrawn=withdraw withdrew=withdraw withheld=withhold woke=wake woken=wake wore=wear worn=wear wove=weave
woven=weave resold=resell rewrote=rewrite apply=apply supply=supply reply=reply comply=comply implement=implement comment=comment
complement=complement supplement=supplement commission=commission decommission=decommission sanction=sanction question=question
mention=mention caution=caution petition=petition implements=implement comments=comment complements=complement supplements=supplement
commissions=commission rewritten=rewrite rationed=ration rationing=ration rations=ration ration=ration unfroze=unfreeze unfrozen=unfreeze
decommissions=decommission sanctions=sanction questions=question mentions=mention cautions=caution petitions=petition shies=shy shied=shy
breed=breed bully=bully cry=cry dry=dry imply=imply multiply=multiply pry=pry rally=rally sully=sully tally=tally apportioned=apportion
apportioning=apportion auctioned=auction auctioning=auction augmented=augment augmenting=augment awoke=awake awoken=awake beheld=behold
bent=bend bitten=bite born=bear bred=breed breeding=breed breeds=breed bullied=bully bullies=bully bullying=bully championed=champion
championing=champion clung=cling combatted=combat combatting=combat crept=creep cried=cry cries=cry cushioned=cushion cushioning=cushion
documented=document documenting=document drank=drink dried=dry dries=dry drunk=drink envisioned=envision envisioning=envision
experimented=experiment experimenting=experiment fashioned=fashion fashioning=fashion flung=fling focussed=focus focussing=focus
foregone=forego forewent=forego forgone=forgo forsaken=forsake forsook=forsake forwent=forgo functioned=function functioning=function
hung=hang implied=imply implies=imply implying=imply leant=lean leapt=leap learnt=learn misled=mislead mistaken=mistake mistook=mistake
misunderstood=misunderstand motioned=motion motioning=motion multiplied=multiply multiplies=multiply multiplying=multiply outdid=outdo
outdone=outdo overcame=overcome overheard=overhear overran=overrun overridden=override overrode=override overthrew=overthrow
overthrown=overthrow partitioned=partition partitioning=partition positioned=position positioning=position pried=pry pries=pry
rallied=rally rallies=rally rallying=rally redid=redo redone=redo redrawn=redraw redrew=redraw remade=remake reran=rerun retaken=retake
rethought=rethink retook=retake sang=sing shone=shine slain=slay slept=sleep slew=slay slung=sling sprang=spring springs=spring
sprung=spring spun=spin stank=stink stations=station stung=sting stunk=stink sullied=sully sullies=sully sullying=sully sung=sing
swam=swim swept=sweep swollen=swell swum=swim swung=swing tallied=tally tallies=tally tallying=tally tormented=torment tormenting=torment
underlain=underlie underlay=underlie undid=undo undone=undo unwound=unwind vied=vie vying=vie wept=weep wrung=wring
"""
_IRREGULAR = dict(pair.split("=") for pair in _FORMS.split())
# Words that are spelt with "our" or "or".
_BRITISH = (
    "favour",
    "labour",
    "harbour",
    "neighbour",
    "colour",
    "honour",
    "humour",
    "rumour",
    "behaviour",
    "endeavour",
    "armour",
    "rigour",
)
_ENDINGS = ("ization", "isation", "ations", "ation", "ments", "ment", "ions", "ion", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly")
_KEEP = 3


def plain(text: str) -> str:
    """A text with straight quotes and hyphens, letter for letter as long as before."""
    return text.translate(_SIGNS)


@cache
def fold(word: str) -> str:
    """A word in lower case without accents."""
    text = unicodedata.normalize("NFKD", plain(word).casefold())
    return "".join(sign for sign in text if not unicodedata.combining(sign))


@cache
def stem(word: str) -> str:
    """What the forms of a word have in common: "establishment" and "established" give "establish"."""
    base = fold(word)
    if base[:1].isdigit():
        return base.replace(",", "")
    if "our" in base and base.startswith(_BRITISH):
        base = base.replace("our", "or", 1)
    if base in _IRREGULAR:
        return base if _IRREGULAR[base] == base else stem(_IRREGULAR[base])
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= _KEEP and not (ending == "s" and base.endswith(("ss", "us", "is"))):
            base = base[: -len(ending)] + ("i" if ending in ("ies", "ied") else "")
            break
    base = base.removesuffix("e") if len(base) > _KEEP else base
    base = base[:-2] if len(base) > 5 and base.endswith("at") else base
    if len(base) > _KEEP and base[-1] == base[-2] and base[-1] in "bdglmnprt":
        base = base[:-1]
    return base[:-1] + "i" if base.endswith("y") and len(base) > _KEEP else base


def stemmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with their stems in the place of their lower forms, so that rules meet every form of a word."""
    return tuple(Token(token.start, token.end, token.text, stem(token.lower)) for token in tokens)


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words and numbers of a text, in order."""
    return _short_stems(text) if len(text) <= SHORT else _stems(text)


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(token.lower) for token in tokenize(text) if token.text[0].isalnum())


_short_stems = lru_cache(maxsize=16384)(_stems)  # sentences, units and names are asked for again by every clause and question


_RULE_WORD = regex(r"<[^>]*>|[^\s()\[\]|<>.]+")


def stemmed_pattern(source: str) -> str:
    """A pattern of a rule file with its words stemmed."""
    return _RULE_WORD.sub(lambda found: found[0] if found[0].startswith("<") else _stem_written(found[0]), source)


def _stem_written(word: str) -> str:
    return " ".join(stem(token.lower) for token in tokenize(word)) if word else word
