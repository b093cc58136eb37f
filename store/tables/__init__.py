"""The tables, and the door to them: whoever knows one knows all, as migrations and erasers must.

What people wrote is encrypted; what the queue sorts by is in the clear. A column whose `info` says
`personal` holds something about a person without being encrypted; every table with such a column,
or an encrypted one, has an eraser (store/erasing/erasers.py).
"""

from __future__ import annotations

from store.tables.alerts import Alert as Alert
from store.tables.alerts import AlertTelling as AlertTelling
from store.tables.alerts import Digest as Digest
from store.tables.alerts import DigestRefused as DigestRefused
from store.tables.alerts import RotaChange as RotaChange
from store.tables.alerts import RotaLastResort as RotaLastResort
from store.tables.alerts import RotaShift as RotaShift
from store.tables.alerts import WebhookEvent as WebhookEvent
from store.tables.audit import AuditEntry as AuditEntry
from store.tables.cases import AnswerChange as AnswerChange
from store.tables.cases import Case as Case
from store.tables.cases import CaseStep as CaseStep
from store.tables.cases import CaseView as CaseView
from store.tables.cases import Mention as Mention
from store.tables.conversations import Consent as Consent
from store.tables.conversations import Conversation as Conversation
from store.tables.conversations import ConversationToken as ConversationToken
from store.tables.conversations import Handover as Handover
from store.tables.conversations import Message as Message
from store.tables.conversations import OutgoingEmail as OutgoingEmail
from store.tables.conversations import Referral as Referral
from store.tables.conversations import ResumeCode as ResumeCode
from store.tables.conversations import SafetyEvent as SafetyEvent
from store.tables.figures import MissedMessage as MissedMessage
from store.tables.figures import QuestionCount as QuestionCount
from store.tables.figures import QuestionStep as QuestionStep
from store.tables.figures import ReferralFigures as ReferralFigures
from store.tables.queue import QueueHabits as QueueHabits
from store.tables.queue import ReferralName as ReferralName
from store.tables.queue import SavedView as SavedView
from store.tables.sign_in import Passkey as Passkey
from store.tables.sign_in import SignInChallenge as SignInChallenge
from store.tables.sign_in import SignInTry as SignInTry
from store.tables.staff import ApiToken as ApiToken
from store.tables.staff import RecoveryCode as RecoveryCode
from store.tables.staff import Staff as Staff
from store.tables.staff import StaffSession as StaffSession
from store.tables.takeover import Claim as Claim
from store.tables.takeover import StaffPresence as StaffPresence
from store.tables.texts import NumberConfirmation as NumberConfirmation
from store.tables.texts import OutgoingText as OutgoingText
from store.tables.texts import PhoneNumber as PhoneNumber
from store.tables.texts import SuppressedNumber as SuppressedNumber
