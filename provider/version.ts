/** Version of this package; a test keeps it equal to package.json's. */
export const VERSION = "0.1.0";

/** Sent with every request, so that a hoster (and the simulator) can tell who asks. */
export const USER_AGENT = `pulumi-vps/${VERSION}`;

/** Where bugs are reported; a test keeps it equal to package.json's. */
export const BUGS_URL = "https://github.com/pulumi-vps/pulumi-vps/issues";
