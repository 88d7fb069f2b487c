"""What all shapes are, and pages of a list."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item", bound=BaseModel)


class Shape(BaseModel):
    """What the API gives; it is read from the attributes of what is shown."""

    model_config = ConfigDict(from_attributes=True, frozen=True, extra="forbid")


class Given(BaseModel):
    """What the API takes; a name that is not known is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Listing(Shape, Generic[Item]):
    """Part of a list. ``next`` is the cursor of the part that follows; absent at the end."""

    items: list[Item] = Field(description="The items of this part.")
    next: str | None = Field(
        default=None,
        description="Give it as `cursor` to get what follows; null at the end of the list.",
        examples=["WyIyMDMxLTA1LTA0IiwiM2YwYyJd"],
    )


class Fault(Shape):
    """What went wrong."""

    code: str = Field(description="A word for programs.", examples=["not_found"])
    message: str = Field(
        description="What is wrong, in words.", examples=["There is no crisis 'x' in the store."]
    )
    hint: str | None = Field(default=None, description="What to do next, where it is known.")


class Refusal(Shape):
    """The body of every answer that is an error."""

    error: Fault


def example(**values: Any) -> ConfigDict:
    """Return the settings of a shape with an example."""
    return ConfigDict(json_schema_extra={"examples": [values]})
