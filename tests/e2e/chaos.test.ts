import { chaosLife } from "./chaos/life";

chaosLife("pulumi-vps", 60, 21);
