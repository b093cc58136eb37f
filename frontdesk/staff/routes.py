"""The routes of the staff side, for the app to take in."""

from fastapi import APIRouter

from frontdesk.staff.accounts.colleagues import router as colleagues
from frontdesk.staff.accounts.own_account import router as own_account
from frontdesk.staff.accounts.own_passkeys import router as own_passkeys
from frontdesk.staff.accounts.set_up import router as set_up
from frontdesk.staff.alerts.page import router as alerts
from frontdesk.staff.alerts.rota import router as rota
from frontdesk.staff.api.referrals import router as api
from frontdesk.staff.api.tokens import router as tokens
from frontdesk.staff.audit_page import router as audit_trail
from frontdesk.staff.case.merging import router as case_merging
from frontdesk.staff.case.page import router as case_page
from frontdesk.staff.case.work import router as case_work
from frontdesk.staff.conversation.forms import router as conversation_forms
from frontdesk.staff.conversation.page import router as conversation
from frontdesk.staff.figures.page import router as figures
from frontdesk.staff.queue.exports import router as exports
from frontdesk.staff.queue.live import router as queue_live
from frontdesk.staff.queue.page import router as queue
from frontdesk.staff.queue.views import router as queue_views
from frontdesk.staff.referral.answer_page import router as answers
from frontdesk.staff.referral.copies import router as copies
from frontdesk.staff.referral.intake_steps import router as intake_steps
from frontdesk.staff.referral.page import router as referral
from frontdesk.staff.referral.safeguarding import router as safeguarding
from frontdesk.staff.sign_in.page import router as sign_in
from frontdesk.staff.sign_in.single_sign_on import router as single_sign_on
from frontdesk.staff.sign_in.with_passkey import router as sign_in_with_passkey

router = APIRouter()
for page in (
    sign_in,
    set_up,
    own_account,
    own_passkeys,
    sign_in_with_passkey,
    single_sign_on,
    colleagues,
    queue,
    figures,
    queue_live,
    queue_views,
    referral,
    safeguarding,
    case_page,
    case_work,
    case_merging,
    intake_steps,
    answers,
    conversation,
    conversation_forms,
    copies,
    exports,
    tokens,
    audit_trail,
    alerts,
    rota,
):
    router.include_router(page, include_in_schema=False)
router.include_router(api)
