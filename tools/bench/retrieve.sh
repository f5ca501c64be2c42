#!/bin/sh
# The certificate's retrieval as somebody would do it by hand: openssl, curl and pk12util.
# Arguments: bank's base URL, contractor ID, organization. The folder it runs in holds authority.pem and
# curl.conf (user = "contractorId:enrolment secret"); the certificate ends up in its NSS database nssdb.
set -eu
umask 077
base=$1 contractor=$2 organization=$3

openssl req -new -newkey rsa:2048 -nodes -utf8 -keyout key.pem -subj "/CN=$contractor/O=$organization" -outform DER -out request.der 2>/dev/null
openssl base64 -in request.der -out request.b64
idempotency=$(openssl rand -hex 16)
while :; do
  status=$(curl --silent --config curl.conf --cacert authority.pem --dump-header headers --output answer.b64 --write-out '%{http_code}' \
    --header 'content-type: application/pkcs10' --header 'content-transfer-encoding: base64' --header "idempotency-key: $idempotency" \
    --data-binary @request.b64 "$base/.well-known/est/simpleenroll")
  case $status in
    200) break ;;
    202) sleep "$(tr -d '\r' <headers | sed -n 's/^retry-after: *//Ip')" ;;
    *) echo "the bank answered $status" >&2; exit 1 ;;
  esac
done
tr -d '\r\n' <answer.b64 | openssl base64 -d -A | openssl pkcs7 -inform DER -print_certs -out chain.pem
openssl rand -hex 32 >passphrase
openssl pkcs12 -export -inkey key.pem -in chain.pem -name kaitsu -out bundle.p12 -passout file:passphrase
mkdir -p nssdb
certutil -N -d sql:nssdb --empty-password
pk12util -d sql:nssdb -i bundle.p12 -w passphrase >/dev/null
openssl x509 -in chain.pem -out own.pem
curl --silent --fail --output /dev/null --cacert authority.pem --cert own.pem --key key.pem "$base/v1/logon?contractorId=$contractor"
rm -f key.pem passphrase bundle.p12
