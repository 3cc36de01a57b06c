#!/bin/sh
# Last month's sealed report of a template, made if it is not there yet: see docs/guides/jobs.md.
#
#   TOKEN_URL=… CLIENT_ID=… CLIENT_SECRET=… REPORTING_URL=… monthly-report.sh mobile-members [2026-10]
#
# Leaves TEMPLATE-PERIOD.json, the very bytes that were sealed, and TEMPLATE-PERIOD.xlsx in the
# current folder. Exit codes are those of sysexits.h:
#    0  both are there
#   64  a setting or an argument is missing
#   65  the content is not what was sealed
#   69  the service does not answer or is busy: run the job again later
#   77  refused: no token, no right, or a report that cannot be; the problem is told
set -eu
for setting in TOKEN_URL CLIENT_ID CLIENT_SECRET REPORTING_URL; do
  eval "value=\${$setting:-}"
  [ -n "$value" ] || { echo "$setting is not set" >&2; exit 64; }
done
[ $# -ge 1 ] || { echo "which template?" >&2; exit 64; }
template=$1
# The month of the day before the first, where the district is (GNU date)
export TZ=Asia/Shanghai
period=${2:-$(date -d "$(date +%Y-%m-01) -1 day" +%Y-%m)}
key="$template-$period-$(date +%s)-$$"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What was refused, in the service's own words
refused() {
  echo "$1:" >&2
  cat "$2" >&2 2>/dev/null || true
  exit 77
}

# send FILE ARGUMENTS…: the same call again while the service is busy or does not answer
send() {
  into=$1
  shift
  attempt=1
  while :; do
    status=$(curl -sS --max-time 120 -D "$work/headers" -o "$into" -w '%{http_code}' "$@") || status=000
    case $status in
      2??) return 0 ;;
      000 | 429 | 502 | 503 | 504) ;;
      *) grep -qi '^retry-after:' "$work/headers" || refused "$status" "$into" ;;
    esac
    [ "$attempt" -lt "${ATTEMPTS:-5}" ] || { echo "given up after $attempt attempts: $status" >&2; exit 69; }
    after=$(sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9]\{1,\}\).*/\1/p' "$work/headers" 2>/dev/null)
    sleep "${after:-$((attempt * 2))}"
    attempt=$((attempt + 1))
  done
}

# The secret goes in by a file of our own: arguments can be seen by everyone on the machine
quoted=$(printf '%s' "$CLIENT_SECRET" | sed 's/[\\"]/\\&/g')
cat > "$work/client" <<SETTINGS
data-urlencode = "grant_type=client_credentials"
data-urlencode = "client_id=$CLIENT_ID"
data-urlencode = "client_secret=$quoted"
data-urlencode = "scope=openid"
SETTINGS
send "$work/token" -K "$work/client" "$TOKEN_URL"
printf 'Authorization: Bearer %s\n' "$(jq -r .access_token "$work/token")" > "$work/bearer"

# One report of a template, an area and a period: sealed now (201) or before (200). Under the same
# key a call that broke off is not done twice.
jq -n --arg template "$template" --arg period "$period" '{$template, $period}' > "$work/wanted"
send "$work/report" -H @"$work/bearer" -H "Idempotency-Key: $key" -H 'Content-Type: application/json' \
  -d @"$work/wanted" "$REPORTING_URL/api/v1/reports"

content=$(jq -r .links.json "$work/report")
send "$work/content" -H @"$work/bearer" -H 'Accept: application/json' "$REPORTING_URL$content"
[ "$(sha256sum < "$work/content" | cut -d' ' -f1)" = "$(jq -r .digest "$work/report")" ] || {
  echo "the content of $content does not have the digest of its report" >&2
  exit 65
}
send "$work/xlsx" -H @"$work/bearer" "$REPORTING_URL$(jq -r .links.xlsx "$work/report")"

mv "$work/content" "$template-$period.json"
mv "$work/xlsx" "$template-$period.xlsx"
jq -r '"\(.template) \(.period), version \(.version), sealed \(.sealedAt), SHA-256 \(.digest)"' "$work/report"
