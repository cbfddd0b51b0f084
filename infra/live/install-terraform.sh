#!/usr/bin/env bash
# Installs the Terraform that the roots are written for, from HashiCorp's signed
# package archive.
set -euo pipefail

version=1.11.4-1
fingerprint=798AEC654E5C15428C8E42EEAA16FCBCA621E701
keyring=/usr/share/keyrings/hashicorp-archive-keyring.gpg
key=$(mktemp)

curl --fail --silent --show-error --retry 3 https://apt.releases.hashicorp.com/gpg > "$key"
if ! gpg --show-keys --with-colons "$key" | grep -q "^fpr:*$fingerprint:"; then
  echo 'The key of apt.releases.hashicorp.com is not the one that we know.' >&2
  exit 1
fi
gpg --dearmor < "$key" | sudo tee "$keyring" > /dev/null
echo "deb [signed-by=$keyring] https://apt.releases.hashicorp.com $(lsb_release -cs) main" |
  sudo tee /etc/apt/sources.list.d/hashicorp.list > /dev/null
sudo apt-get update -qq
sudo apt-get install -y -qq "terraform=$version"
terraform version
