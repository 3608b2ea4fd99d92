"""A service with everything that one can state, as its file states it; for tests of all that tell of services."""

from typing import Any

SERVICE: dict[str, Any] = {
    "applicants": [{"name": "ประชาชน"}, {"name": "นิติบุคคล", "only_if": "มีหนังสือรับรอง"}],
    "channels": [
        {"name": "เคาน์เตอร์", "place": "อาคาร 1", "hours": "จันทร์ถึงศุกร์", "phone": "๐ ๒๑๒๓ ๔๕๖๗, 0-2123-4567-8"},
        {"name": "ออนไลน์", "url": "https://example.go.th/e"},
    ],
    "documents": [
        {"name": "บัตรประชาชน", "original": "1", "copies": "2", "issued_by": "กรมการปกครอง"},
        {"name": "แบบคำขอ", "form": "request", "only_if": "กรณีแรก"},
    ],
    "fees": [{"item": "ค่าใบอนุญาต", "amount": "2,000 บาทต่อปี"}, {"item": "ค่าตรวจ", "amount": "100 บาท"}],
    "total_time": "30 วัน",
    "complaints": [{"name": "ตู้รับเรื่อง"}, {"name": "สายด่วน", "phone": "1567"}],
}
FORMS = {"request": {"title": "แบบคำขอรับใบอนุญาต"}}
NONE_NEEDED: dict[str, Any] = {"fees": "none", "documents": "none"}
