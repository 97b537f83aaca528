/**
 * The two certificates of the simulator's made-up devices, with their private keys. They are no secret: they
 * stand in the source so that a training site speaks TLS and a pinned certificate can be swapped for another.
 * Nothing but the simulator may use them. Made with `openssl req -x509 -newkey ec -pkeyopt
 * ec_paramgen_curve:P-256`, self-signed as devices sign theirs.
 */
export interface DeviceCertificate {
  readonly certificatePem: string;
  readonly keyPem: string;
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  readonly fingerprint: string;
  readonly subject: string;
  /** Epoch ms. */
  readonly validToAt: number;
}

const usual: DeviceCertificate = {
  certificatePem: `-----BEGIN CERTIFICATE-----
MIICJDCCAcmgAwIBAgIUKojZYdPdDQDhHBXI+w1I3Yer/pkwCgYIKoZIzj0EAwIw
ZzELMAkGA1UEBhMCQ04xCzAJBgNVBAgMAlpKMQswCQYDVQQHDAJIWjEfMB0GA1UE
CgwWVW50ZXRoZXIgdHJhaW5pbmcgc2l0ZTEdMBsGA1UEAwwUc2ltdWxhdGVkLWRl
dmljZS1vbmUwHhcNMjYxMTIwMTU1OTM2WhcNNDYxMTE1MTU1OTM2WjBnMQswCQYD
VQQGEwJDTjELMAkGA1UECAwCWkoxCzAJBgNVBAcMAkhaMR8wHQYDVQQKDBZVbnRl
dGhlciB0cmFpbmluZyBzaXRlMR0wGwYDVQQDDBRzaW11bGF0ZWQtZGV2aWNlLW9u
ZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA7/5jy+tgAokQr58eNh2M57QmQO
os4Q6POCk56wfL1NWkVUJ4u2hELr0ns6aE/9i4iFeY+VRHXpRrj7xgfeyKWjUzBR
MB0GA1UdDgQWBBSQFPOflUlssEjg64l0TRa3XMZxKDAfBgNVHSMEGDAWgBSQFPOf
lUlssEjg64l0TRa3XMZxKDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kA
MEYCIQDjcaUinWaUNGmKBJHIdeR2vDG2St8BHDJArkNizwT9cAIhAISJfXllEmEd
3SZTmIwqfjcw/QcR3IHbDUiEJToxJjY0
-----END CERTIFICATE-----
`,
  keyPem: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgOXWEL7FnvVQe8gzv
BJiJuFKOnQy0TJuyLpUIRZYhAZWhRANCAAQO/+Y8vrYAKJEK+fHjYdjOe0JkDqLO
EOjzgpOesHy9TVpFVCeLtoRC69J7OmhP/YuIhXmPlUR16Ua4+8YH3sil
-----END PRIVATE KEY-----
`,
  fingerprint: '1261a665292e888638df354f46dd19f7014fe6bd465688f93f2f85ee174c5017',
  subject: 'C=CN, ST=ZJ, L=HZ, O=Untether training site, CN=simulated-device-one',
  validToAt: Date.UTC(2046, 10, 15, 15, 59, 36),
};

const swapped: DeviceCertificate = {
  certificatePem: `-----BEGIN CERTIFICATE-----
MIICIzCCAcmgAwIBAgIUclDN5os7N+tMeIQIqQrLX2j083cwCgYIKoZIzj0EAwIw
ZzELMAkGA1UEBhMCQ04xCzAJBgNVBAgMAlpKMQswCQYDVQQHDAJIWjEfMB0GA1UE
CgwWVW50ZXRoZXIgdHJhaW5pbmcgc2l0ZTEdMBsGA1UEAwwUc2ltdWxhdGVkLWRl
dmljZS10d28wHhcNMjYxMTIwMTU1OTM2WhcNNDYxMTE1MTU1OTM2WjBnMQswCQYD
VQQGEwJDTjELMAkGA1UECAwCWkoxCzAJBgNVBAcMAkhaMR8wHQYDVQQKDBZVbnRl
dGhlciB0cmFpbmluZyBzaXRlMR0wGwYDVQQDDBRzaW11bGF0ZWQtZGV2aWNlLXR3
bzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPp9qHF72JrbF6aPghAf4xLiEnSp
2Ugb+P1d/GC6Lhd2JrHPQJ5u5s6yDjpQhFpmVY1H1W0swK9eHShNqoEZ3gKjUzBR
MB0GA1UdDgQWBBQLzGgjYbnqQlPZiWxSBMuG+VWBqzAfBgNVHSMEGDAWgBQLzGgj
YbnqQlPZiWxSBMuG+VWBqzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gA
MEUCIQCKiU2w9BKuXntP6Xfnpv9jKGnZPpVi0GP+sTPqoCub8QIgBt/prUhCRisM
pcblOC4Bn8XKTTR6enmazPKkbjykveg=
-----END CERTIFICATE-----
`,
  keyPem: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFAtZ9HYQqsttRQ8R
3KVAPlocYFvHjt+5zu3UFkAUVQOhRANCAAT6fahxe9ia2xemj4IQH+MS4hJ0qdlI
G/j9Xfxgui4Xdiaxz0CebubOsg46UIRaZlWNR9VtLMCvXh0oTaqBGd4C
-----END PRIVATE KEY-----
`,
  fingerprint: '9b2535752f3bfdcdf42bf698fd7db946133a423ef89a0979e4d42b7087aace23',
  subject: 'C=CN, ST=ZJ, L=HZ, O=Untether training site, CN=simulated-device-two',
  validToAt: Date.UTC(2046, 10, 15, 15, 59, 36),
};

/** `usual` is what a device shows; `swapped` what it shows once somebody else's, or a new one, took its place. */
export const deviceCertificates = { usual, swapped } as const;
export type CertificateName = keyof typeof deviceCertificates;
