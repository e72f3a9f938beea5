"""Who must do what: which sentences demand an act, of whom, and which only look as if they did."""

from __future__ import annotations

import pytest

from analysis.measures.stance import find_stance
from analysis.text.document import make_document


def calls_of(text: str) -> list[tuple[str | None, str | None]]:
    return [(m.addressee, m.act) for m in find_stance(make_document(text)) if m.kind == "call"]


DUTIES = [
    ("The town must dig a new well.", "The town", "dig a new well"),
    ("The firm has to pay the nurses.", "The firm", "pay the nurses"),
    ("Parents should read the letter.", "Parents", "read the letter"),
    ("The mayor ought to resign.", "The mayor", "resign"),
    ("The school needs to hire a cook.", "The school", "hire a cook"),
    ("The farmers need to sell the barn.", "The farmers", "sell the barn"),
    ("They’ve got to sit down.", "They", "sit down"),
    ("We must stop this train.", "We", "stop this train"),
    ("The bank had better open its books.", "The bank", "open its books"),
    ("The mayor of Hull must go.", "The mayor of Hull", "go"),
    ("Drivers must not park on the bridge.", "Drivers", "not park on the bridge"),
    ("She said the council must act.", "the council", "act"),
    ("The council should really fix the roof, he said.", "The council", "fix the roof"),
    ("“The council must fix the roof,” she said.", "The council", "fix the roof"),
    ("The club must also, says the coach, look at its gates.", "The club", "look at its gates"),
    ("The town and the state must pay.", "The town and the state", "pay"),
]


@pytest.mark.parametrize(("text", "addressee", "act"), DUTIES)
def test_a_word_of_duty_makes_a_call_on_its_subject(text: str, addressee: str, act: str) -> None:
    assert calls_of(text) == [(addressee, act)]


FAR_SUBJECTS = [
    ("The firm closed the ward and should pay.", "The firm", "pay"),
    ("The baker is late again and must say sorry.", "The baker", "say sorry"),
    ("The firm, which closed the ward, should pay.", "The firm", "pay"),
    ("The man who closed the ward should pay.", "The man", "pay"),
    ("Those who closed the ward must pay.", "Those who closed the ward", "pay"),
    ("Anybody who saw it should ring us.", "Anybody who saw it", "ring us"),
    ("Anyone with news should ring us.", "Anyone with news", "ring us"),
    ("Those responsible must face the town.", "Those responsible", "face the town"),
    ("He met a man who said the town should pay.", "the town", "pay"),
    ("Under no circumstances should the town sell the pool.", "the town", "sell the pool"),
    ("The firm should either pay or go.", "The firm", "pay or go"),
    ("There must be an inquiry.", None, "be an inquiry"),
    ("There has to be a new count.", None, "be a new count"),
]


@pytest.mark.parametrize(("text", "addressee", "act"), FAR_SUBJECTS)
def test_the_subject_of_a_duty_may_stand_far_off_or_behind(
    text: str, addressee: str | None, act: str
) -> None:
    assert calls_of(text) == [(addressee, act)]


DEMANDS = [
    ("She urged the town to wake up.", "the town", "wake up"),
    ("The minister called on both sides to talk.", "both sides", "talk"),
    ("He calls upon the court to rule.", "the court", "rule"),
    ("The union wants the firm to hire ten cooks.", "the firm", "hire ten cooks"),
    ("She begged the pair to make peace.", "the pair", "make peace"),
    ("Doctors advise patients to drink water.", "patients", "drink water"),
    ("The priest appealed to the crowd to go home.", "the crowd", "go home"),
    ("The union asks the state to step in.", "the state", "step in"),
    ("They pressed the bank to publish the list.", "the bank", "publish the list"),
    ("Sailors are advised to take care.", "Sailors", "take care"),
    ("Residents are urged to boil their water.", "Residents", "boil their water"),
    ("She demanded that the firm pay its cooks.", "the firm", "pay its cooks"),
    ("The assembly demands that the states appoint a panel.", "the states", "appoint a panel"),
    ("He insists that the mayor leave town.", "the mayor", "leave town"),
    ("It is time for the council to act.", "the council", "act"),
    ("It is up to the court to decide.", "the court", "decide"),
    ("The state owes it to the miners to clean the lake.", "The state", "clean the lake"),
    ("The firm has a duty to warn its guests.", "The firm", "warn its guests"),
    ("They encourage everyone to take part.", "everyone", "take part"),
    ("They are asking the town to wait.", "the town", "wait"),
    ("The board has asked all guests to leave.", "all guests", "leave"),
    ("They have ordered the firm to pay.", "the firm", "pay"),
    ("She has told the town to wait.", "the town", "wait"),
    ("The mayor pleaded with the crowd to go home.", "the crowd", "go home"),
    ("She warned the town not to wait.", "the town", "wait"),
    ("Bikers are being asked to walk.", "Bikers", "walk"),
    ("Visitors are reminded to shut the gate.", "Visitors", "shut the gate"),
    ("She wants them “to wait for the bus.”", "them", "wait for the bus"),
    ("They are asking for the gate to stay open.", "the gate", "stay open"),
]


@pytest.mark.parametrize(("text", "addressee", "act"), DEMANDS)
def test_a_word_of_demand_makes_a_call_on_its_object(text: str, addressee: str, act: str) -> None:
    assert calls_of(text) == [(addressee, act)]


NOUNS = [
    ("Their demand for an inquiry was read out.", None, "an inquiry"),
    ("Her plea to the town to wait was read out.", "the town", "wait"),
    ("A plea for calm came from the priest.", None, "calm"),
    ("The call for a boycott grew.", None, "a boycott"),
    ("Calls for the mayor to resign grew.", "the mayor", "resign"),
    ("Her call on the town to act was read out.", "the town", "act"),
    ("The deadline for the firm to answer is Friday.", "the firm", "answer"),
    ("Pressure on the mayor to resign grew.", "the mayor", "resign"),
    ("The petition to save the ward has 900 names.", None, "save the ward"),
    ("He rejected their calls to close the pool.", None, "close the pool"),
]


@pytest.mark.parametrize(("text", "addressee", "act"), NOUNS)
def test_a_noun_of_demand_makes_a_call(text: str, addressee: str | None, act: str) -> None:
    assert calls_of(text) == [(addressee, act)]


NOBODY_NAMED = [
    ("The nurses called for a new ward.", "a new ward"),
    ("The miners demand higher pay.", "higher pay"),
    ("The letter asks for an inquiry.", "an inquiry"),
    ("The union is pressing for a new vote.", "a new vote"),
    ("He pleads for patience.", "patience"),
    ("It is time to act.", "act"),
    ("It’s high time to repair the roof.", "repair the roof"),
    ("The gate must be closed.", "be closed"),
    ("The nets must be hand-made.", "be hand-made"),
    ("They demanded that the rule be dropped.", "be dropped"),
    ("They asked that the rota be frozen.", "be frozen"),
    ("Read it again.", "Read it again"),
    ("Please send us your letters.", "send us your letters"),
    ("Ring our newsdesk.", "Ring our newsdesk"),
    ("Do not feed the ducks.", "not feed the ducks"),
    ("Don’t feed the ducks.", "feed the ducks"),
    ("Never open this door.", "open this door"),
    ("Let’s go home.", "go home"),
    ("If you see smoke, call the office.", "call the office"),
    ("“Stop the trucks,” the banner read.", "Stop the trucks"),
    ("Reopen the ward now.", "Reopen the ward now"),
    ("Boycott the shops on Monday.", "Boycott the shops on Monday"),
    ("Look at the map.", "Look at the map"),
    ("Say no to the plan.", "Say no to the plan"),
    ("Have your say at the hall.", "Have your say at the hall"),
    ("Mind the gap.", "Mind the gap"),
    ("Slow down.", "Slow down"),
    ("Resign!", "Resign"),
    ("“Resign!” they cried.", "Resign"),
    ("Minister, pay the nurses.", "pay the nurses"),
    ("Friends, do not give up.", "not give up"),
    ("My answer, please leave the gate open.", "leave the gate open"),
    ("And, you know, let’s go home.", "go home"),
    ("Let the nurses speak.", "Let the nurses speak"),
]


@pytest.mark.parametrize(("text", "act"), NOBODY_NAMED)
def test_a_demand_need_not_name_who_is_to_act(text: str, act: str) -> None:
    assert calls_of(text) == [(None, act)]


def test_in_a_passive_the_phrase_after_by_is_to_act() -> None:
    assert calls_of("The gate must be closed by the guard.")[0][0] == "the guard"


def test_let_us_calls_on_us() -> None:
    assert calls_of("Let us go home.") == [("us", "go home")]


def test_somebody_with_a_bare_verb_is_called_on() -> None:
    assert calls_of("Somebody go look.") == [("Somebody", "go look")]


def test_not_in_front_of_a_dash_belongs_to_no_act_behind_it() -> None:
    assert calls_of("He is ready, but not— suspend the rota first.") == [(None, "suspend the rota first")]


def test_each_act_is_a_call_of_its_own() -> None:
    assert calls_of("The town must dig, and the state must pay.") == [
        ("The town", "dig"),
        ("the state", "pay"),
    ]
    assert len(calls_of("The state has to buy the farms, and pay them well.")) == 2


ROWS = [
    (
        "Sign the petition, share it and come to the hall.",
        ["Sign the petition", "share it", "come to the hall"],
    ),
    ("The firm must pay, clean the lake and help the town.", ["pay", "clean the lake", "help the town"]),
    ("She urged the town to dig a well, build a road.", ["dig a well", "build a road"]),
    ("The firm should pay, say the nurses.", ["pay"]),
    ("They must go and ask her.", ["go and ask her"]),
    ("They should see how to save and stay in business.", ["see how to save and stay in business"]),
]


@pytest.mark.parametrize(("text", "acts"), ROWS)
def test_a_row_of_bare_verbs_is_a_row_of_acts(text: str, acts: list[str]) -> None:
    assert [act for _who, act in calls_of(text)] == acts


# Marks inside an act are closed in it, and do not end it.
ACTS_WITH_MARKS = [
    ("The firm should pay “its share” of the tax.", "pay “its share” of the tax"),
    ('The firm should pay "its share" of the tax.', 'pay "its share" of the tax'),
    ("The firm should pay ''its share'' of the tax.", "pay ''its share'' of the tax"),
    ("The answer must be “yes.”", "be “yes.”"),
    ("The town must come back “at once”, she said.", "come back “at once”"),
    ("“The town must come back at once,” she said.", "come back at once"),
]


@pytest.mark.parametrize(("text", "act"), ACTS_WITH_MARKS)
def test_marks_in_an_act_are_closed_in_it(text: str, act: str) -> None:
    assert [found for _, found in calls_of(text)] == [act]


def test_each_clause_of_a_demand_is_a_call_of_its_own() -> None:
    calls = calls_of("She demanded that the firm pay its cooks and that the mayor leave town.")
    assert calls == [("the firm", "pay its cooks"), ("the mayor", "leave town")]


NO_CALLS = [
    "Bikers were told to walk.",
    "The court has been asked to rule.",
    "“She said, ‘Please wait,’ and I waited,” he recalled.",
    "He was asking her to leave.",
    "She never called a guest to ask for money.",
    "He would have told her to wait.",
    "He pushed the cart to get home.",
    "The house reminds me to write.",
    "He warned: “It is not going to rain.”",
    "She asked for soup.",
    "The demand for pears is high.",
    "Demand for flats grew.",
    "He did not answer a request for comment.",
    "He calls to say hello.",
    "His appeal to voters is strong.",
    "The demands of the job are high.",
    "She held a conference call to praise the cook.",
    "Support for the plan is thin.",
    "Cut in fares helps riders.",
    "Look, we tried.",
    "Let me explain.",
    "Let’s say it rains.",
    "Never mind the rain.",
    "Be honest, that was a poor soup.",
    "Beneath the bridge, a boat waits.",
    "The cooks salt the soup, and the guests praise it.",
    "Could they please answer?",
    "Should it rain, the fair moves indoors.",
    "They decide who should stay.",
    "They do not even have to pay.",
    "He would then need to sell the farm.",
    "The foreman told him to hurry.",
    "She asked him to leave the room.",
    "He was ordered to wait outside.",
    "He must have known about it.",
    "She should have asked the cook.",
    "It should be sunny on Sunday.",
    "I must go now.",
    "I have to feed the cat.",
    "Must the town pay for this?",
    "What should the town do?",
    "They explained how cooks should salt a soup.",
    "They do not have to pay.",
    "The firm has two shops.",
    "Thank you for your help.",
    "They have a form that you must sign.",
    "The demand for pears is high.",
    "The market opens in May.",
    "He wanted to sleep.",
    "He called his sister on Sunday.",
    "It must be said that the soup was cold.",
    "The union of bakers met on Friday.",
    "Rain fell on the town.",
    "Every time it rains, the road floods.",
    "Given the rain, nobody came.",
]


@pytest.mark.parametrize("text", NO_CALLS)
def test_orders_of_a_past_scene_likelihood_own_plans_and_questions_are_no_calls(text: str) -> None:
    assert calls_of(text) == []


@pytest.mark.xfail(strict=True, reason="a thing has no duties, but the rules cannot tell a thing from a body")
def test_what_a_thing_has_to_do_is_no_call() -> None:
    assert calls_of("The soup has to boil for an hour.") == []


@pytest.mark.xfail(strict=True, reason="should of expectation reads like should of duty")
def test_should_of_expectation_is_no_call() -> None:
    assert calls_of("The guests should arrive at noon.") == []
