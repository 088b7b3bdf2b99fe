"""What may be done to an item-case: every verb of the table, its paper as JSON; the pages' commands and refusals."""

from collections.abc import Callable
from typing import Annotated, Any, get_type_hints
from uuid import UUID

from ninja import Body, Header, Router, Schema
from pydantic import BaseModel, ConfigDict, Field, create_model

from yizheng.api.asker import Asked
from yizheng.api.refusals import REFUSALS
from yizheng.api.v1.items import ItemTold
from yizheng.cases.commands import Move, step
from yizheng.cases.file import day_of
from yizheng.cases.queries.choices import PAPER_OF, verbs_of
from yizheng.cases.queries.item_seen import item_seen
from yizheng.law.papers import Ask, Paper, asked
from yizheng.law.words import Role, Verb

router = Router(tags=["办理"])
Key = Annotated[str, Header(alias="Idempotency-Key", max_length=80, pattern=r"^[\x21-\x7e]*$", description="一次一个")]


class Done(Schema):
    """The item-case after it was done; ``repeated``: the same request had been done before."""

    repeated: bool
    item: ItemTold


def body_of(paper: type[Paper]) -> type[BaseModel]:
    """What a person fills in of a paper, as a schema of its name; whether it is right is for the paper to say."""
    hints = get_type_hints(paper)
    fields: dict[str, Any] = {
        name: (hints[name], Field(default=paper.__dataclass_fields__[name].default, **_described(ask)))
        for name, ask in asked(paper).items()
    }
    config = ConfigDict(extra="forbid", json_schema_extra=_required(paper))
    return create_model(paper.__name__, __doc__=paper.TITLE, __config__=config, **fields)


def _required(paper: type[Paper]) -> Callable[[dict[str, Any]], None]:
    """Say in the schema what the paper itself demands, so that what is missing is answered in its own words."""
    needed = [
        name for name, ask in asked(paper).items() if ask.required and not paper.__dataclass_fields__[name].default
    ]

    def told(schema: dict[str, Any]) -> None:
        for name in needed:
            schema["properties"][name].pop("default", None)
        schema |= {"required": needed} if needed else {}

    return told


def _described(ask: Ask) -> dict[str, Any]:
    options: dict[str, Any] = {"enum": [key for key, _ in ask.options]} if ask.options else {}
    options |= {"x-among": ask.among} if ask.among else {}
    said = "；".join(f"{key}：{label}" for key, label in ask.options)
    more = {**options, **({"maxLength": ask.max_length} if ask.widget in {"text", "long_text"} else {})}
    words = "。".join(part for part in (ask.help, said) if part)
    return {"title": ask.label, "description": words, "json_schema_extra": more}


def _do(request: Asked, item_id: UUID, verb: Verb, paper: Paper | None, key: str) -> Done:
    asker = request.auth
    seen = item_seen(item_id, asker.viewer, asker.who, day_of(asker.at))
    answer = step(seen.case_id, [Move(item_id, verb, paper)], who=asker.who, at=asker.at, key=key)
    after = item_seen(item_id, asker.viewer, asker.who, day_of(asker.at))
    return Done(repeated=answer.repeated, item=ItemTold.of(after))


def _with_paper(verb: Verb, paper: type[Paper]) -> Callable[..., Done]:
    shape = body_of(paper)

    # the shape is made from the paper at run time, where a type checker cannot follow
    def act(request: Asked, item_id: UUID, paper_: Annotated[shape, Body()], key: Key = "") -> Done:  # type: ignore[valid-type]
        return _do(request, item_id, verb, paper(**dict(paper_)), key)

    return act


def _without_paper(verb: Verb) -> Callable[..., Done]:
    def act(request: Asked, item_id: UUID, key: Key = "") -> Done:
        return _do(request, item_id, verb, None, key)

    return act


for verb in verbs_of(*(role for role in Role if role != Role.CLOCK)):
    of = PAPER_OF[verb]
    router.post(
        f"/items/{{uuid:item_id}}/{verb}",
        response={200: Done, **REFUSALS},
        summary=verb.label,
        description=f"附{of.TITLE}。" if of else "不附文书。",
        operation_id=verb.value,
        url_name=verb.value,
    )(_with_paper(verb, of) if of else _without_paper(verb))
