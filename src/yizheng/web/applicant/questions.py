"""The everyday questions 情形引导, one to a page; then all answers once more, and the notice for exactly these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yizheng.cases.commands.notices import give_notice
from yizheng.law.form_values import typed
from yizheng.law.intake import better_so_far, stops_so_far
from yizheng.law.items import Catalogue, Industry, Question
from yizheng.law.questions import answer_fault, answer_label, next_question, prune, visible_questions
from yizheng.law.rules import Answer
from yizheng.ledger.command import Refused
from yizheng.web.applicant.answers import answers_in, keep_answers
from yizheng.web.applicant.choosing import chosen_at
from yizheng.web.kinds import acts, now, reads
from yizheng.web.public.closed import open_only


@dataclass(frozen=True, slots=True)
class Asking:
    """One person before one question."""

    industry: Industry
    catalogue: Catalogue
    answers: dict[str, Answer]
    question: Question

    @property
    def visible(self) -> Sequence[Question]:
        """The questions asked of this person, as far as is known."""
        return visible_questions(self.industry, self.answers, self.catalogue)

    @property
    def place(self) -> int:
        """Which question this is, from 1."""
        return [each.code for each in self.visible].index(self.question.code) + 1

    @property
    def back(self) -> str:
        """The address of the question before, or of the start."""
        if self.place == 1:
            return reverse("start", args=[self.industry.code])
        return reverse("ask", args=[self.industry.code, self.visible[self.place - 2].code])


@reads
@open_only
def ask(request: HttpRequest, industry: str, question: str) -> HttpResponse:
    """One question."""
    asking = _asking(request, industry, question)
    if asking is None:
        return redirect("answers", industry)
    said = typed(asking.answers.get(question))
    answered = question in asking.answers
    values = [said] if isinstance(said, str) else said
    return _shown(request, asking, values if answered and values else ["none"] if answered else [], "")


@acts
@open_only
def answer(request: HttpRequest, industry: str, question: str) -> HttpResponse:
    """Keep the answer and go on; what is wrong with it is said beside it."""
    asking = _asking(request, industry, question)
    if asking is None:
        return redirect("answers", industry)
    raw = [str(each) for each in request.POST.getlist("answer")]
    value, fault = answer_fault(asking.question, raw)
    if fault or value is None:
        return _shown(request, asking, raw, fault, status=422)
    answers = {**answers_in(request, industry), question: value}
    keep_answers(request, industry, answers)
    following = next_question(asking.industry, prune(asking.industry, answers, asking.catalogue), asking.catalogue)
    return redirect("ask", industry, following.code) if following else redirect("answers", industry)


@reads
@open_only
def answers(request: HttpRequest, industry: str) -> HttpResponse:
    """All answers once more, each to be changed; then the notice."""
    catalogue, chosen = chosen_at(industry, now())
    said = prune(chosen, answers_in(request, industry), catalogue)
    following = next_question(chosen, said, catalogue)
    if following:
        return redirect("ask", industry, following.code)
    return _all_answers(request, chosen, said, catalogue)


@acts
@open_only
def tell(request: HttpRequest, industry: str) -> HttpResponse:
    """Give the notice for these answers."""
    catalogue, chosen = chosen_at(industry, now())
    said = prune(chosen, answers_in(request, industry), catalogue)
    if following := next_question(chosen, said, catalogue):
        return redirect("ask", industry, following.code)
    try:
        code = give_notice(industry, said, now())
    except Refused as refusal:
        return _all_answers(request, chosen, said, catalogue, sentence=refusal.sentence)
    return redirect("notice", code)


def _all_answers(
    request: HttpRequest,
    industry: Industry,
    said: dict[str, Answer],
    catalogue: Catalogue,
    sentence: str = "",
) -> HttpResponse:
    questions = {each.code: each for each in industry.questions}
    rows = [(questions[code], answer_label(questions[code], value)) for code, value in said.items()]
    shown = {
        "industry": industry,
        "industries": catalogue.industries,
        "rows": rows,
        "stops": stops_so_far(industry, said, catalogue),
        "better": better_so_far(industry, said, catalogue),
        "sentence": sentence,
    }
    return render(request, "applicant/answers.html", shown, status=409 if sentence else 200)


def _asking(request: HttpRequest, industry: str, question: str) -> Asking | None:
    """The question, if it is asked of this person. Raises NotFound for an industry that is not there."""
    catalogue, chosen = chosen_at(industry, now())
    said = prune(chosen, answers_in(request, industry), catalogue)
    asked = next((each for each in visible_questions(chosen, said, catalogue) if each.code == question), None)
    return Asking(chosen, catalogue, said, asked) if asked else None


def _shown(request: HttpRequest, asking: Asking, values: Sequence[str], fault: str, status: int = 200) -> HttpResponse:
    so_far = (asking.industry, asking.answers, asking.catalogue)
    said = {
        "asking": asking,
        "question": asking.question,
        "values": list(values),
        "fault": fault,
        "stops": stops_so_far(*so_far),
        "better": better_so_far(*so_far),
    }
    return render(request, "applicant/question.html", said, status=status)
