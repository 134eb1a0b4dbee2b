#!/bin/sh
# The certificates of the test server, about an invented house. Keys stand beside them: they guard
# nothing. Valid for a hundred years, but for "old".
set -eu
cd "$(dirname "$0")"
held=$(mktemp -d)
trap 'rm -rf "$held"' EXIT

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$held/$1.key"; }

sign() { # name, host, start, end
    key "$1"
    openssl req -new -key "$held/$1.key" -subj "/CN=$2" -out "$held/$1.csr"
    printf 'subjectAltName=DNS:%s\n' "$2" >"$held/$1.ext"
    openssl ca -batch -notext -config "$held/ca.conf" -in "$held/$1.csr" -out "$held/$1.crt" \
        -extfile "$held/$1.ext" -startdate "$3" -enddate "$4"
    cat "$held/$1.crt" "$held/$1.key" >"$1.pem"
}

key ca
openssl req -x509 -new -key "$held/ca.key" -subj '/CN=Test authority of Ostry' -days 36500 \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign -out ca.pem
key own
openssl req -x509 -new -key "$held/own.key" -subj /CN=courier.example -days 36500 \
    -addext subjectAltName=DNS:courier.example -out "$held/own.crt"
cat "$held/own.crt" "$held/own.key" >own.pem

cat >"$held/ca.conf" <<END
[ca]
default_ca = it
[it]
dir = $held
database = $held/index
serial = $held/serial
new_certs_dir = $held
certificate = ca.pem
private_key = $held/ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
END
: >"$held/index"
echo 01 >"$held/serial"
sign good courier.example 20200101000000Z 21200101000000Z
sign old courier.example 20200101000000Z 20200201000000Z
sign other elsewhere.example 20200101000000Z 21200101000000Z
