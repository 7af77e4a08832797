"""Coming to the desk and guarding one's account: from an invitation to a second browser that is signed out."""

import base64
import re

from django_otp.oath import totp
from playwright.sync_api import expect

from tests.browser.conftest import opened

PASSWORD = "Bridges and ferries"


def invited(page, site, address):
    """The link of an invitation that an administrator made; this site sends no mail."""
    site.sign_in(page, "administrator")
    page.goto(f"{site.url}/desk/people/")
    page.get_by_label("Mail address").fill(address)
    page.get_by_label("editor").check()
    page.get_by_role("button", name="Invite").click()
    return page.get_by_text(re.compile("/invitations/")).text_content()


def make_account(page, link, login):
    page.goto(link)
    page.get_by_label("Name to sign in with").fill(login)
    page.get_by_label("Full name").fill("Somebody New")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The password again").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inbox")


def set_up_second_step(page, site):
    """Set it up on one's own page; returns the recovery codes."""
    page.goto(f"{site.url}/desk/account/")
    page.get_by_role("link", name="set it up").click()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Set it up").click()
    key = page.get_by_text(re.compile("^[A-Z2-7 ]{39}$")).text_content().replace(" ", "")
    page.get_by_label("Code").fill(f"{totp(base64.b32decode(key)):06}")
    page.get_by_role("button", name="Set the second step").click()
    listed = page.get_by_role("listitem").filter(has_text=re.compile("^[a-z2-7]{8}$"))
    expect(listed).not_to_have_count(0)
    codes = listed.all_text_contents()
    page.get_by_role("link", name="I have them, go on").click()
    return codes


def sign_in(page, site, login, code):
    page.goto(f"{site.url}/login/")
    page.get_by_label("Username").fill(login)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inbox")


def walk(site, inviter, page, browser, login, **options):
    link = invited(inviter, site, f"{login}@desk.example")
    make_account(page, link, login)
    codes = set_up_second_step(page, site)
    with opened(browser, **options) as elsewhere:
        sign_in(elsewhere, site, login, codes[0])
        page.goto(f"{site.url}/desk/account/")
        page.get_by_role("button", name="Sign out everywhere else").click()
        expect(page.get_by_role("status")).to_contain_text("Signed out everywhere else.")
        elsewhere.reload()
        expect(elsewhere.get_by_role("heading", level=1)).to_have_text("Sign in to the desk")


def test_from_an_invitation_to_a_guarded_account(site, page, phone, browser):
    walk(site, page, phone, browser, "new.on.a.phone")


def test_the_same_without_javascript(site, page, page_without_javascript, browser):
    walk(site, page, page_without_javascript, browser, "new.without", java_script_enabled=False)


def test_the_menu_of_an_account_fits_a_phone(site, phone):
    site.sign_in(phone, "editor")

    phone.get_by_role("banner").locator("summary").click()

    expect(phone.get_by_role("link", name="Your account")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_the_menu_of_an_account_closes_by_escape_and_by_a_click_elsewhere(site, page):
    site.sign_in(page, "editor")
    menu, account = page.get_by_role("banner").locator("summary"), page.get_by_role("link", name="Your account")

    menu.click()
    expect(account).to_be_visible()
    page.keyboard.press("Escape")
    expect(account).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    page.get_by_role("main").click()
    expect(account).to_be_hidden()
