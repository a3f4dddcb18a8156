const refuse = (): never => {
  throw new Error('attestation by certificate is not accepted');
};

/**
 * Stands in for all that @simplewebauthn/server does with certificates (310 KB): no attestation is asked for, so a browser sends none, or one
 * that the passkey signed itself. Whoever sends a certificate all the same is refused.
 */
export const convertX509PublicKeyToCOSE = refuse;
export const getCertificateInfo = refuse;
export const isCertRevoked = refuse;
export const mapX509SignatureAlgToCOSEAlg = refuse;
export const validateCertificatePath = refuse;
export const validateExtFIDOGenCEAAGUID = refuse;
export const verifyAttestationAndroidKey = refuse;
export const verifyAttestationAndroidSafetyNet = refuse;
export const verifyAttestationApple = refuse;
export const verifyAttestationFIDOU2F = refuse;
export const verifyAttestationTPM = refuse;
export const verifyAttestationWithMetadata = refuse;

/** No authenticator has a statement on file; the library looks one up only for a certificate. */
export const MetadataService = { getStatement: async () => undefined };

/** The roots that the library would trust: none is. */
export const Apple_WebAuthn_Root_CA = '';
export const GlobalSign_Root_CA = '';
export const GlobalSign_Root_CA_R3 = '';
export const GlobalSign_Root_R46 = '';
export const Google_Hardware_Attestation_Root_1 = '';
export const Google_Hardware_Attestation_Root_2 = '';
export const Google_Hardware_Attestation_Root_3 = '';
export const Google_Hardware_Attestation_Root_4 = '';
