"""What other systems of the charity read: one referral as `referral.schema.json` says."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from frontdesk.problems import Problem, ProblemDocument
from frontdesk.service import AtService
from frontdesk.staff.one_referral import see_referral
from frontdesk.staff.rights import ReferralReader

router = APIRouter(
    prefix="/api/staff",
    tags=["staff"],
    responses={
        status: {"model": ProblemDocument, "description": description}
        for status, description in {
            401: "The token is missing or wrong, and nobody is signed in",
            403: "The token has not the scope `referrals:read`",
            404: "There is no such referral",
        }.items()
    },
)


@router.get("/referrals/{reference}", response_model=dict[str, Any])
async def read_referral(reference: str, who: ReferralReader, service: AtService) -> Response:
    """One referral or draft. Which danger was heard is told with `safeguarding:read` only."""
    seen = await service.transactions.write(
        see_referral, reference, who, service.settings.current_date(), "referral read"
    )
    if seen is None:
        raise Problem(404, "There is no such referral.")
    return JSONResponse(seen.document, headers={"Cache-Control": "no-store"})
