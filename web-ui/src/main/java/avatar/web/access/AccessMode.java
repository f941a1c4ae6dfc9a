package avatar.web.access;

/** Whether callers have to be known. */
enum AccessMode {
    /** Where others can reach this service, or there is a file of keys or an OIDC server. */
    AUTO,
    ON,
    OFF
}
