package ecommerce.user.auth;

/**
 * The tokens of a sign-in.
 *
 * @param expiresIn the access token's lifetime in seconds
 */
record TokenResponse(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    @Override
    public String toString() {
        return "TokenResponse[]";
    }
}
