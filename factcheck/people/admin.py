"""Administrators see no keys and codes of others: a lost device is taken off on the desk's page of people."""

from django.contrib import admin
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

for kept_from_administrators in (StaticDevice, TOTPDevice):
    if admin.site.is_registered(kept_from_administrators):
        admin.site.unregister(kept_from_administrators)
