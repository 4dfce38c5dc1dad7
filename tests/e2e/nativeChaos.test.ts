import { chaosLife } from "./chaos/life";

chaosLife("pulumi-vps/native", 40, 21);
