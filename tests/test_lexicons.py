"""The contract of the lexicons: code knows every class, and every row does in its own example what its class says.

The rows of issues.csv are tested in tests/test_issues.py.
"""

import ast
import importlib
import shutil
from collections import Counter
from contextlib import contextmanager

import pytest

from sourcereading.analysis.independence import served_by
from sourcereading.analysis.words import stopwords
from sourcereading.attribution.clause_words import MARK, WORD, Item, Window
from sourcereading.attribution.statements import attribute
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.certainty import words
from sourcereading.certainty.marks import DIRECTIONS, marks
from sourcereading.certainty.probability import reading
from sourcereading.certainty.words import Units, classes_of
from sourcereading.sentiment import judgements, news_scorer
from sourcereading.sentiment.features import features, terms_of
from sourcereading.sentiment.judgements import judged, judgement_verbs
from sourcereading.sentiment.weights import tone_words, weights
from sourcereading.text.inflection import inflected
from sourcereading.text.lexicon import DataError, classes, read_csv_rows
from sourcereading.text.name_words import text_of
from sourcereading.text.paths import ROOT, data_path
from sourcereading.text.phrases import short_phrase
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import sentences, tokens
from sourcereading.text.verbs import forms

lexicons = importlib.import_module("sourcereading.text.lexicon")  # the room's face has functions of these names
furniture = importlib.import_module("sourcereading.text.furniture")
captions = importlib.import_module("sourcereading.text.captions")
splitting = importlib.import_module("sourcereading.text.sentences")

CODE = ROOT / "lib" / "sourcereading"
SHAPE, WHOLE_LIST = "shape", "whole list"
CERTAINTY = ("certainty_attitudes", "certainty_guards", "certainty_marks", "certainty_scope")
FILES = sorted(path.stem for path in data_path("lexicons").glob("*.csv") if path.stem not in ("classes", "issues"))


def rows(name):
    """The rows of a lexicon."""
    path = data_path("lexicons", f"{name}.csv")
    columns = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
    return read_csv_rows(path, (), tuple(columns))


def failing(name, does_its_work, **only):
    """The rows that do not do what they say, each as a line to read."""
    chosen = [row for row in rows(name) if all(row[column] in values for column, values in only.items())]
    assert chosen
    return [
        f"{name}.csv, line {row['line']}: {row['term']} ({row.get('class', '')}): {row.get('example', '')}"
        for row in chosen
        if not does_its_work(row)
    ]


# --- Classes -------------------------------------------------------------------------------------------------


@pytest.fixture
def edited(tmp_path, monkeypatch):
    """A copy of the lexicons to edit: reads one of them after a row is put at its end."""
    shutil.copytree(data_path("lexicons"), tmp_path / "lexicons")
    monkeypatch.setattr(lexicons, "data_path", lambda *parts: tmp_path.joinpath(*parts))

    def read(name, row):
        with (tmp_path / "lexicons" / f"{name}.csv").open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")
        columns = rows(name)[0].keys() - {"line"}
        return lexicons.lexicon.__wrapped__(name, (), tuple(columns))

    return read


def test_a_class_that_there_is_not_stops_the_run_and_names_those_there_are(edited):
    with pytest.raises(DataError) as error:
        edited("certainty_marks", "putatively,hedge,,It putatively failed,own")
    line = len(rows("certainty_marks")) + 2
    assert f"certainty_marks.csv, line {line}: no such class 'hedge'; known classes are " in str(error.value)
    assert all(name in str(error.value) for name in classes()["certainty_marks"])


def test_classes_with_a_similar_name_come_first(edited):
    with pytest.raises(DataError, match="no such class 'possibel'; known classes are possible, "):
        edited("certainty_marks", "putatively,possibel,,It putatively failed,own")


def test_a_class_of_another_lexicon_is_said_to_be_one(edited):
    with pytest.raises(DataError, match=r"no such class 'negator' \(it is one of certainty_scope\.csv\)"):
        edited("certainty_marks", "nowise,negator,,It is nowise certain,own")


def test_each_of_several_classes_is_checked(edited):
    with pytest.raises(DataError, match="no such class 'speech'"):
        edited("reporting_verbs", "posit,clause speech,,She posited that it rained.")
    assert edited("grammar", "amidst,preposition clause_break,amidst the storm")[-1]["term"] == "amidst"


def test_a_gender_is_f_or_m(edited):
    with pytest.raises(DataError, match="no such gender 'w'; write f or m"):
        edited("given_names", "zelda,w")


def test_every_class_has_a_row_and_every_row_a_class():
    used = {name: {one for row in rows(name) for one in row.get("class", "").split()} for name in FILES}
    table = {name: set(known) for name, known in classes().items() if name != SHAPE}
    assert table == {name: found for name, found in used.items() if found}


def test_a_class_says_of_which_types_its_marks_are():
    for known in classes().values():
        for row in known.values():
            assert set(row["type"].split()) <= DIRECTIONS.keys(), row
    assert all(row["type"] for row in classes()["certainty_marks"].values())


def literals(node):
    """The strings within some code."""
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def trees(room):
    return [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((CODE / room).glob("*.py"))]


def test_every_class_is_used_by_code():
    strings = {path.name: set().union(*map(literals, trees(path.name))) for path in CODE.iterdir() if path.is_dir()}
    unused = []
    for name, known in classes().items():
        for row in known.values():
            rooms = row["used_by"].replace(f" ({WHOLE_LIST})", "").split()
            wanted = name if WHOLE_LIST in row["used_by"] else row["class"]
            unused += [f"{name}: {row['class']}"] * (not any(wanted in strings[room] for room in rooms))
    assert unused == []


def asked_for(tree, method_names):
    """The class names that code asks a sentence for: ``units.has(i, "prep", *_SURE)``."""
    constants = {
        target.id: literals(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in method_names:
            for argument in call.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value
                elif isinstance(argument, ast.Starred) and isinstance(argument.value, ast.Name):
                    yield from constants.get(argument.value.id, ())


def rule_tables(tree):
    """The classes that a table of rules names."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and "Rule" in ast.unparse(node.annotation):
            yield from (key.value for key in getattr(node.value, "keys", ()) if isinstance(key, ast.Constant))


def verb_classes(tree):
    """The classes that code looks for in those of a reporting verb."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]).split(".")[-1] == "classes":
            yield from literals(node.left)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd) and "classes" in ast.unparse(node.left):
            yield from literals(node.right)


def known_to(*names):
    return {one for name in names for one in classes()[name]}


def test_code_asks_for_no_class_that_there_is_not():
    certainty = known_to(*CERTAINTY, "grammar", SHAPE)
    asked = {
        name for tree in trees("certainty") for name in [*asked_for(tree, ("has", "any")), *rule_tables(tree)]
    }
    assert "preposition" in asked and asked - certainty == set()
    grammar = known_to("grammar", "clause_words", SHAPE)
    asked = {name for tree in trees("attribution") for name in asked_for(tree, ("has",))}
    assert "preposition" in asked and asked - grammar == set()
    asked = {name for tree in trees("attribution") for name in verb_classes(tree)}
    assert "clause" in asked and asked - known_to("reporting_verbs") == set()


# --- Certainty -----------------------------------------------------------------------------------------------


def places(row, found):
    """The places of a term, in any of its forms, among the tokens of its example: (first, last)."""
    for form in inflected(row["term"].lower(), row["forms"].lower()):
        parts = [token.lower for token in tokens(form)]
        for at in range(len(found)):
            if [token.lower for token in found[at : at + len(parts)]] == parts:
                yield at, at + len(parts) - 1


@pytest.mark.parametrize("name", ["certainty_marks", "certainty_scope"])
def test_the_example_has_a_mark_with_the_term_of_a_type_of_its_class(name):
    def works(row):
        found = tokens(row["example"])
        types = classes()[name][row["class"]]["type"].split()
        if not types:  # a word beside marks
            units = Units(found)
            return any(units.word(i) == row["term"] and units.has(i, row["class"]) for i in range(len(units)))
        return any(
            mark.start <= found[first].start and found[last].end <= mark.end and mark.type in types
            for mark in marks(found)
            for first, last in places(row, found)
        )

    assert failing(name, works) == []


def test_an_attitude_word_has_a_mark_in_its_example_unless_it_vouches_for_its_clause():
    types = {name: row["type"] for name, row in classes()["certainty_attitudes"].items()}

    def works(row):
        found = tokens(row["example"])
        part = row["forms"] or (row["part"] if row["part"] in ("verb", "noun") else "")
        at = {found[first].start for first, _ in places(row | {"forms": part}, found)}
        marked = {mark.type for mark in marks(found) if mark.start in at}
        return at and marked == (set() if row["vouches"] == "yes" else {types[row["class"]]})

    assert failing("certainty_attitudes", works) == []


def test_only_emotives_say_whether_they_vouch_for_their_clause():
    assert {row["vouches"] for row in rows("certainty_attitudes") if row["class"] == "emotive"} == {"yes", "no"}
    assert {row["vouches"] for row in rows("certainty_attitudes") if row["class"] != "emotive"} == {""}


TIMES = Counter(
    (form, row["class"])
    for name in CERTAINTY
    for row in rows(name)
    for form in inflected(row["term"].lower(), row["forms"].lower())
)


@contextmanager
def without(row):
    """The lexicon of certainty without one row, as far as no other says the same."""
    single, phrases = words.lexicon_terms()
    taken, listed = {}, {}
    for form in inflected(row["term"].lower(), row["forms"].lower()):
        if TIMES[form, row["class"]] > 1:
            continue
        parts = tuple(form.split())
        if len(parts) == 1:
            taken[form] = single.pop(form)
            if rest := taken[form] - {row["class"]}:
                single[form] = rest
        else:
            listed.setdefault(parts[0], phrases[parts[0]])
            rest = [
                phrase._replace(classes=phrase.classes - {row["class"]}) if phrase.text == form else phrase
                for phrase in phrases[parts[0]]
            ]
            phrases[parts[0]] = [phrase for phrase in rest if phrase.classes]
    classes_of.__self__.clear()
    yield
    single.update(taken)
    phrases.update(listed)
    classes_of.__self__.clear()


def test_the_example_of_a_guard_reads_otherwise_without_it():
    def works(row):
        found = tokens(row["example"])
        with_it = marks(found)
        with without(row):
            return marks(found) != with_it

    assert failing("certainty_guards", works) == []


def test_the_example_of_a_slot_reads_otherwise_without_it(monkeypatch):
    slots = importlib.import_module("sourcereading.certainty.slots")

    def works(row):
        found = tokens(row["example"])
        known = {(one["term"], one["class"]) for one in rows("certainty_slots")} - {(row["term"], row["class"])}
        rest = {term: tuple(sorted(slot for of, slot in known if of == term)) for term, _ in known}
        with_it = marks(found)
        with monkeypatch.context() as patched:
            patched.setattr(slots, "slots", lambda: rest)
            return marks(found) != with_it

    assert failing("certainty_slots", works) == []


def test_a_guard_taken_out_is_put_back():
    text = tokens("Officers had probable cause")
    row = next(row for row in rows("certainty_guards") if row["term"] == "probable cause")
    with without(row):
        assert [mark.type for mark in marks(text)] == ["probability"]
    assert marks(text) == []


def test_a_number_word_is_read_as_its_value():
    def chance(words):
        found = tokens(f"There is a {words} chance of rain")
        (mark,) = marks(found)
        return reading(mark, found).median

    def works(row):
        if row["class"] == "fraction":
            return chance(f"one {row['term']}") == pytest.approx(100 / float(row["value"]))
        return row["value"] == "0" or chance(f"{row['term']} in {row['value']}0") == 10

    assert failing("numbers", works) == []


# --- Attribution ---------------------------------------------------------------------------------------------


def attributed(text):
    found = sentences(text)
    return attribute(text, found, quotations(text, found))


def window(text):
    found = tokens(text)
    return Window([Item(*token[:2], token.lower, token.text, WORD if token.is_word else MARK) for token in found])


@pytest.mark.parametrize("name", ["grammar", "clause_words"])
def test_a_word_of_the_grammar_has_its_classes_in_its_example(name):
    def works(row):
        return any(
            words.word(at) == row["term"] and all(words.has(at, one) for one in row["class"].split())
            for words in (window(row["example"]), Units(tokens(row["example"])))
            for at in range(len(words))
        )

    assert failing(name, works) == []


def test_the_example_of_a_reporting_verb_has_a_statement_with_it():
    def works(row):
        text = row["example"] if row["example"].endswith((".", "”", '"')) else row["example"] + "."
        known = {words[0] for _, words in forms(row)}
        clauses = [text[one.start : one.end].lower() for one in attributed(text).rows if one.reporting_clause_of >= 0]
        return any(token.lower in known for clause in clauses for token in tokens(clause))

    assert failing("reporting_verbs", works) == []


def test_the_example_of_a_reporting_verb_is_denied_where_it_denies():
    def works(row):
        read = attributed(row["example"]).rows
        return any(one.denied for one in read) == ("denies" in row["class"].split())

    assert failing("reporting_verbs", works) == []


def test_a_speaker_word_says_what_kind_of_speaker_it_is():
    kinds = {}
    bodies = ("company", "newspaper", "force", "club", "lender", "charity", "airline", "agency", "subsidiary")
    same = {"proper": "group"} | dict.fromkeys(bodies, "organization")
    for row in rows("speaker_words"):
        kinds.setdefault(row["term"], set()).add(same.get(row["class"], row["class"]))

    def works(row):
        if row["class"] in ("before", "behind"):
            return text_of(short_phrase(tokens(row["example"]))) == "critics"
        if row["class"] == "anybody":
            return {one.speaker for one in attributed(f"{row['example']} it rained.").rows} <= {WRITER, UNATTRIBUTED}
        if row["class"] in ("serves", "serves_whom"):
            return served_by(row["example"]) == {"ruiz"}
        if row["class"] in ("again", "apart", "party"):
            last = attributed(f"{row['example']} it rained.").speakers[-1].name
            return (last in ("Ana Ruiz", "Ben Holm")) == (row["class"] == "again")
        if row["class"] == "asker":
            return attributed(f"{row['example']}.").rows[-2].speaker == "Ben Holm"
        speaker, *others = attributed(f"{row['example']} it rained.").speakers or [None]
        if speaker is None or others:
            return False
        if row["class"] in ("death", "killing", "dies"):
            return speaker.name == "Ben Holm"
        if row["class"] in ("candidate", "letters"):
            return speaker.name == "Ana Ruiz"
        if row["class"] == "address":
            return speaker.name == "Ana Ruiz" and not speaker.role
        if row["class"] in ("particle", "suffix", "place", "office", "state"):
            return speaker.name == row["example"].removesuffix(" said so")
        if row["class"] == "title" and speaker.name.endswith("Hale"):
            return speaker.name == "Hale"
        return speaker.kind in kinds[row["term"]] | ({"person"} if row["class"] == "title" else set())

    assert failing("speaker_words", works) == []


def test_she_can_be_a_woman_by_her_given_name_and_he_a_man():
    def works(row):
        name = f"{row['term'].capitalize()} Hale"
        read = attributed(f"{name} said it rained. She said it was late. He said it was cold.").rows
        she, he = ({one.speaker for one in read if one.sentence == number} for number in (1, 2))
        fits, other = (she, he) if row["gender"] == "f" else (he, she)
        return name in fits and name not in other

    assert failing("given_names", works) == []


# --- Sentences, words and tone -------------------------------------------------------------------------------


def test_a_sentence_goes_on_after_an_abbreviation():
    known = splitting.abbreviations()

    def works(row):
        text = f"{row['example']} there."
        term = row["term"].lower().rstrip(".")
        goes_on = len(sentences(text)) == 1
        kind = known.pop(term)
        ends_without = len(sentences(text)) == 2
        known[term] = kind
        return goes_on and ends_without

    assert failing("abbreviations", works) == []


def test_a_sentence_starter_begins_a_sentence_after_an_abbreviation():
    assert len(sentences("She left the U.S. Harbour was full.")) == 1

    def works(row):
        return len(sentences(f"She left the U.S. {row['term'].capitalize()} harbour was full.")) == 2

    assert failing("sentence_starters", works) == []


def test_the_example_of_a_word_of_captions_is_one_by_that_word():
    names = captions._terms, captions._label

    def works(row):
        with without(row):
            alone = captions.credit_from(row["example"])
        return captions.credit_from(row["example"]) == 0 and alone is None

    @contextmanager
    def without(row):
        known = lexicons.lexicon("captions", ("term", "class", "example"))
        rest = tuple(other for other in known if other["line"] != row["line"])
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(captions, "lexicon", lambda *_: rest)
            for name in names:
                name.cache_clear()
            yield
        for name in names:
            name.cache_clear()

    assert failing("captions", works) == []


def test_the_example_of_a_word_of_furniture_is_some_by_that_word():
    made = [one for name, one in vars(furniture).items() if name.startswith("_") and hasattr(one, "cache_clear")]

    def is_some(row):
        example = row["example"]
        if row["class"] == "button":
            return furniture.buttons_end(example, 0, len(example)) == example.index("The dam")
        return furniture.is_furniture(example)

    def works(row):
        known = lexicons.lexicon("furniture", ("term", "class", "example"))
        rest = tuple(other for other in known if other["line"] != row["line"])
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(furniture, "lexicon", lambda *_: rest)
            for one in made:
                one.cache_clear()
            without = is_some(row)
        for one in made:
            one.cache_clear()
        return is_some(row) and not without

    assert failing("furniture", works) == []


def test_a_stopword_of_an_example_is_left_out():
    def works(row):
        said = [token.lower for token in tokens(row["example"])]
        return not row["example"] or (row["term"] in said and row["term"] in stopwords(row["class"]))

    assert failing("stopwords", works) == []


def test_a_general_word_opens_or_ends_the_phrase_of_its_example():
    def works(row):
        said = row["example"].removeprefix("the ").removeprefix("a ").split()
        return not said or said[0 if row["class"] == "modifier" else -1] == row["term"]

    assert failing("general_words", works) == []


def test_a_word_for_what_is_done_to_somebody_silences_words_that_judge_without_it(monkeypatch):
    heard = [row for row in rows("tone_words") if row["class"] in ("done_to", "sufferer")]
    monkeypatch.setattr(judgements, "tone_words", lambda one: tone_words(one) if one == "supposes" else frozenset())
    assert [row["term"] for row in heard if verdict(row) != "negative"] == []


def verdict(row):
    """The tone toward Ruiz in the example of a word."""
    start = row["example"].index("Ruiz")
    return news_scorer.toward(tokens(row["example"]), [(start, start + 4)]).verdict


def test_a_word_of_tone_turns_or_silences_the_words_of_its_example():
    def works(row):
        found = tokens(row["example"])
        words = [token.lower for token in found]
        size = row["term"].count(" ") + 1
        at = next(at for at in range(len(words)) if " ".join(words[at : at + size]) == row["term"])
        heard = features(terms_of(found, None, set(words)))
        turned = {at[0] for place, _, _, at in heard if place == "negated"}
        if row["class"] == "no_judgement":
            return abs(weights().rating(row["term"])) >= 1.5 and not weights().is_evaluative(row["term"])
        if row["class"] == "fact":
            return weights().is_evaluative(row["term"]) and not weights().judges(row["term"])
        if row["class"] in ("supposes", "done_to", "sufferer"):
            return verdict(row) in ("unsure", "neutral", "")
        if row["class"] == "compares":
            return at not in turned
        if row["class"] == "toneless":
            return not {place[0] for *_, place in heard} & {*range(at, at + size)}
        return at + 1 in turned if row["class"] == "turns_after" else bool(turned & {at - 1, at - 2})

    assert failing("tone_words", works) == []


def test_a_verb_of_judgement_judges_the_people_of_its_example():
    def works(row):
        found = []
        for name in ("Ana Ruiz", "Ben Holm"):
            start = row["example"].index(name)
            words = terms_of(tokens(row["example"]), (start, start + len(name)), ()).words
            found.append(judged(words, words.index("<T>"), [False] * len(words)).sign)
        return found == [{"+": 1, "-": -1, "": 0}[row[whose]] for whose in ("agent", "patient")]

    assert failing("judgement_verbs", works) == []


def test_a_wrong_sign_of_a_verb_of_judgement_is_named(tmp_path, monkeypatch):
    text = "term,agent,patient,example,source\nabandon,x,,Ana Ruiz abandoned Ben Holm,own\n"
    (tmp_path / "judgement_verbs.csv").write_text(text, encoding="utf-8")
    for module in (lexicons, judgements):
        monkeypatch.setattr(module, "data_path", lambda *parts: tmp_path / parts[-1])
    monkeypatch.setattr(judgements, "lexicon", lexicons.lexicon.__wrapped__)
    with pytest.raises(DataError, match=r"judgement_verbs\.csv, line 2: 'x' is no sign; write \+ or -, or nothing"):
        judgement_verbs.__wrapped__()
