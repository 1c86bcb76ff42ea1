"""What a page says of questions on which there is nothing to show: once, and shortly."""

from sourcereading.report.kernels import nbformat
from sourcereading.report.sections import with_something_to_show

v4 = nbformat.v4


def head(text):
    return v4.new_markdown_cell(f"## {text}")


def code(*outputs):
    """A cell of code that shows things: a finding is (its text), anything else its kind."""
    shown = []
    for one in outputs:
        about = {"kind": "finding", "text": one} if one.endswith(".") else {"kind": one}
        shown.append(v4.new_output("display_data", {}, metadata={"sourcereading": about} if one != "other" else {}))
    return v4.new_code_cell("1", outputs=shown)


READ = v4.new_markdown_cell("**Read it:** the bars.")


def left(*cells):
    """Of some cells the text of those of prose, and how many things the others show."""
    kept = with_something_to_show(cells)
    return [cell.source if cell.cell_type == "markdown" else len(cell.outputs) for cell in kept]


def test_a_question_with_nothing_to_show_has_its_finding_alone():
    cells = [head("Who?"), code("Nobody."), code("words"), READ, code("empty")]
    assert left(*cells) == ["## Who?", 1]
    assert left(*cells[:3], code("figure"), READ) == ["## Who?", 1, 1, 1, READ.source]  # the words say why no chart


def test_the_same_answer_is_given_once():
    who, whom = [head("Who?"), code("Nobody."), READ], [head("Whom?"), code("Nobody.")]
    assert left(*who, *whom) == ["## Who?", 1, READ.source]
    assert left(*who, *whom, code("empty")) == ["## Who?", 1, READ.source]
    assert left(*who, *whom, code("table")) == ["## Who?", 1, READ.source, "## Whom?", 1, 1]


def test_an_empty_table_is_left_out_below_a_finding_and_a_question_that_has_only_such():
    assert left(head("Who?"), code("Two."), code("table"), code("empty")) == ["## Who?", 1, 1, 0]
    assert left(head("Who?"), code("Two."), code("table"), head("Without a name"), code("empty")) == ["## Who?", 1, 1]


def test_prose_and_what_the_library_does_not_know_stay():
    cells = [READ, code("progress"), head("Prose"), READ, head("Own"), code("other"), READ]
    assert left(*cells) == [READ.source, 1, "## Prose", READ.source, "## Own", 1, READ.source]


def test_the_notebook_itself_keeps_all():
    cells = [head("Who?"), code("Two."), code("table"), code("empty")]
    with_something_to_show(cells)
    assert len(cells[-1].outputs) == 1
