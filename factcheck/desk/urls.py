"""The editors' addresses."""

from django.urls import path

from factcheck.desk import keys, ledger, search, site, undo
from factcheck.desk.articles import add, fetch, furniture, intake
from factcheck.desk.articles import views as articles
from factcheck.desk.checks import views as checks
from factcheck.desk.claims import topics
from factcheck.desk.claims import views as claims
from factcheck.desk.conflicts import views as conflicts
from factcheck.desk.inbox import views as inbox
from factcheck.desk.sources import merge_source
from factcheck.desk.sources import views as sources
from factcheck.desk.statements import mend_statement
from factcheck.desk.statements import views as statements
from factcheck.desk.stories import mend_story, version_suggestions
from factcheck.desk.stories import views as stories
from factcheck.desk.team import assignments, comments, presence
from factcheck.desk.verdicts import acts, evidence, leave_page, opinions, preview, schedule, steps, unsaved
from factcheck.desk.verdicts import views as verdicts

app_name = "desk"
urlpatterns = [
    path("", inbox.home, name="home"),
    path("articles/", articles.articles, name="articles"),
    path("articles/add/", add.add_articles, name="add_articles"),
    path("articles/added/<int:pk>/", add.added, name="added"),
    path("articles/new/", add.moved, name="new_article"),
    path("articles/fetch/", add.moved, name="fetch"),
    path("articles/fetch/<int:pk>/", fetch.page, name="page"),
    path("articles/fetch/<int:pk>/received/", fetch.received, name="received"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/dismiss/", articles.dismiss_suggestion, name="dismiss_suggestion"),
    path("articles/<int:pk>/intake/", intake.intake, name="intake"),
    path("articles/<int:pk>/origin/", intake.complete, name="complete"),
    path("articles/<int:pk>/sentences/", statements.sentences, name="sentences"),
    path("articles/<int:pk>/place/", mend_story.place, name="place"),
    path("articles/<int:pk>/move/", mend_story.move_article, name="move_article"),
    path("articles/<int:pk>/original/", mend_story.name_original, name="name_original"),
    path("articles/<int:pk>/relation/", mend_story.call_version, name="call_version"),
    path("statements/<int:pk>/", statements.statement, name="statement"),
    path("statements/<int:pk>/correct/", mend_statement.correct_statement, name="correct_statement"),
    path("statements/<int:pk>/withdraw/", mend_statement.withdraw_statement, name="withdraw_statement"),
    path("positions/<int:pk>/take-back/", mend_statement.take_back_position, name="take_back_position"),
    path("outlets/<int:pk>/furniture/", furniture.furniture, name="furniture"),
    path("furniture/<int:pk>/", furniture.block, name="block"),
    path("sources/known/", sources.known_sources, name="known_sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("sources/<slug:slug>/merge/", merge_source.merge_source, name="merge_source"),
    path("sources/<slug:slug>/apart/", merge_source.tell_apart_sources, name="tell_apart_sources"),
    path("sources/<slug:slug>/names/", sources.aliases, name="aliases"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("stories/<slug:slug>/mend/", mend_story.mend_story, name="mend_story"),
    path("stories/<slug:slug>/split/", mend_story.split_story, name="split_story"),
    path("stories/<slug:slug>/join/", mend_story.join_story, name="join_story"),
    path("stories/<slug:slug>/compare/", stories.compare, name="compare"),
    path("claims/", claims.claims, name="claims"),
    path("claims/similar/", claims.similar, name="similar"),
    path("claims/<slug:slug>/", claims.claim, name="claim"),
    path("claims/<slug:slug>/reword/", claims.reword_claim, name="reword_claim"),
    path("claims/<slug:slug>/join/", claims.join_claim, name="join_claim"),
    path("claims/<slug:slug>/verdict/", claims.begin_verdict, name="begin_verdict"),
    path("denials/<int:pk>/dismiss/", version_suggestions.dismiss_denials, name="dismiss_denials"),
    path("checks/", checks.checks, name="checks"),
    path("checks/<int:pk>/", checks.check, name="check"),
    path("claims/<slug:slug>/topics/", topics.claim_topics, name="claim_topics"),
    path("topics/", topics.topics, name="topics"),
    path("topics/names/", topics.topic_names, name="topic_names"),
    path("topics/ticked/", topics.tag_many, name="tag_many"),
    path("topics/<slug:slug>/change/", topics.change_topic, name="change_topic"),
    path("conflicts/", conflicts.conflicts, name="conflicts"),
    path("conflicts/<int:pk>/", conflicts.conflict, name="conflict"),
    path("verdicts/", verdicts.verdicts, name="verdicts"),
    path("verdicts/<slug:slug>/", verdicts.verdict, name="verdict"),
    path("verdicts/<slug:slug>/evidence/", evidence.evidence, name="evidence"),
    path("verdicts/<slug:slug>/evidence/<int:pk>/", evidence.change_evidence, name="change_evidence"),
    path("verdicts/<slug:slug>/evidence/<int:pk>/remove/", evidence.remove_evidence, name="remove_evidence"),
    path("verdicts/<slug:slug>/evidence/order/", evidence.order_evidence, name="order_evidence"),
    path("pictures/", evidence.upload_picture, name="upload_picture"),
    path("verdicts/<slug:slug>/unsaved/", unsaved.keep, name="keep"),
    path("verdicts/<slug:slug>/unsaved/discard/", unsaved.discard, name="discard"),
    path("verdicts/<slug:slug>/undo/<slug:acts>/", leave_page.undo_beside, name="undo_beside"),
    path("verdicts/<slug:slug>/sign-out/", leave_page.sign_out_beside, name="sign_out_beside"),
    path("verdicts/<slug:slug>/preview/", preview.preview, name="preview"),
    path("verdicts/<slug:slug>/submit/", steps.submit, name="submit"),
    path("verdicts/<slug:slug>/send-back/", steps.send_back, name="send_back"),
    path("verdicts/<slug:slug>/publish/", steps.publish, name="publish"),
    path("verdicts/<slug:slug>/schedule/", schedule.schedule, name="schedule"),
    path("verdicts/<slug:slug>/unschedule/", schedule.unschedule, name="unschedule"),
    path("verdicts/<slug:slug>/opinions/", opinions.ask_opinion, name="ask_opinion"),
    path("verdicts/<slug:slug>/opinions/<int:pk>/settle/", opinions.settle_opinion, name="settle_opinion"),
    path("opinions/<int:pk>/", opinions.opinion, name="opinion"),
    path("opinions/<int:pk>/drop/", opinions.drop_opinion, name="drop_opinion"),
    path("verdicts/<slug:slug>/recall/", acts.recall, name="recall"),
    path("verdicts/<slug:slug>/retract/", acts.retract, name="retract"),
    path("verdicts/<slug:slug>/retraction/", acts.propose_retraction, name="propose_retraction"),
    path("verdicts/<slug:slug>/retraction/<int:pk>/confirm/", acts.confirm_retraction, name="confirm_retraction"),
    path("verdicts/<slug:slug>/retraction/<int:pk>/refuse/", acts.refuse_retraction, name="refuse_retraction"),
    path("verdicts/<slug:slug>/retraction/<int:pk>/drop/", acts.drop_retraction, name="drop_retraction"),
    path("versions/", version_suggestions.versions, name="versions"),
    path("versions/<int:pk>/", version_suggestions.version, name="version"),
    path("site/", site.site, name="site"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("search/", search.search, name="search"),
    path("search/saved/", search.save_search, name="save_search"),
    path("search/saved/<int:pk>/", search.change_search, name="change_search"),
    path("search/saved/<int:pk>/remove/", search.remove_search, name="remove_search"),
    path("claims/<slug:slug>/assignment/", assignments.assignment, name="assignment"),
    path("assignments/", assignments.assign_many, name="assign_many"),
    path("claims/<slug:slug>/comments/", comments.claim_comments, name="claim_comments"),
    path("verdicts/<slug:slug>/comments/", comments.verdict_comments, name="verdict_comments"),
    path("comments/<int:pk>/resolve/", comments.resolve_comment, name="resolve_comment"),
    path("comments/<int:pk>/reopen/", comments.reopen_comment, name="reopen_comment"),
    path("comments/names/", comments.names, name="names"),
    path("messages/", inbox.inbox, name="inbox"),
    path("messages/<int:pk>/", inbox.message, name="message"),
    path("messages/<int:pk>/read/", inbox.read, name="read"),
    path("messages/read/", inbox.read_all, name="read_all"),
    path("messages/preferences/", inbox.deliveries, name="deliveries"),
    path("here/<slug:kind>/<int:pk>/", presence.here, name="here"),
    path("undo/<slug:acts>/", undo.undo, name="undo"),
    path("keys/", keys.keys, name="keys"),
]
