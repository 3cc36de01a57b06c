// ClientsTest runs this against a real district: what does not hold ends it with exit code 1.
import {
  Configuration as ReportingConfiguration,
  StatisticsApi,
} from "../target/typescript/reporting/src";
import {
  Configuration,
  EstablishmentMode,
  OrganizationsApi,
  OrganizationState,
  OrganizationType,
  type OrganizationView,
  type Problem,
  ProblemFromJSON,
  ResponseError,
  Sector,
} from "../target/typescript/registry/src";

declare const process: { env: Record<string, string | undefined>; exitCode: number };

const organizations = new OrganizationsApi(
  new Configuration({
    basePath: process.env.REGISTRY_URL,
    accessToken: process.env.TOKEN,
  }),
);
const statistics = new StatisticsApi(
  new ReportingConfiguration({
    basePath: process.env.REPORTING_URL,
    accessToken: process.env.TOKEN,
  }),
);
const committees = {
  type: OrganizationType.Committee,
  sector: Sector.Community,
  state: OrganizationState.Active,
};

function must(holds: boolean, sentence: string): void {
  if (!holds) {
    throw new Error(sentence);
  }
}

async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (refused) {
    if (refused instanceof ResponseError) {
      return ProblemFromJSON(await refused.response.json());
    }
    throw refused;
  }
  throw new Error("it was not refused");
}

async function allCommittees(limit: number): Promise<OrganizationView[]> {
  const found: OrganizationView[] = [];
  let cursor: string | undefined;
  do {
    const page = await organizations.organizationList({ ...committees, cursor, limit });
    found.push(...(page.items ?? []));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

async function visit(): Promise<void> {
  const small = await allCommittees(3);
  const large = await allCommittees(500);
  must(small.length > 3, "there is more than one page");
  must(new Set(small.map((one) => one.id)).size === large.length, "no page repeats or leaves out");
  must(
    large.every((one) => one.type === OrganizationType.Committee && one.name !== undefined),
    "a list is typed",
  );

  const parent = large[0]!;
  const read = await organizations.organizationGetRaw({ id: parent.id! });
  must((await read.value()).code === parent.code, "one is read by its id");
  must(read.raw.headers.get("ETag") === `"${parent.version}"`, "its tag is at hand");

  const unknown = await problemOf(
    organizations.organizationGet({ id: "00000000-0000-0000-0000-000000000000" }),
  );
  must(unknown.status === 404 && unknown.type.endsWith("/not-found"), "a problem is typed");

  const idempotencyKey = crypto.randomUUID();
  const request = {
    idempotencyKey,
    newOrganization: {
      code: `T${idempotencyKey.slice(0, 12)}`,
      name: "客户端支部",
      type: OrganizationType.Branch,
      sector: Sector.Community,
      mode: EstablishmentMode.Independent,
      parentId: parent.id,
      areaCode: parent.areaCode!,
    },
  };
  const established = await organizations.organizationEstablishRaw(request);
  const first = await established.value();
  const again = await organizations.organizationEstablish(request);
  must(first.id !== undefined && again.id === first.id, "a key sent twice establishes one");

  const figures = await statistics.statisticsAnswer({
    organization: first.id,
    indicators: "organizations.total",
    minPosition: established.raw.headers.get("Jiceng-Position")!,
    prefer: "wait=20",
  });
  must(figures.values?.[0]?.value === 1, "what was just written is counted");
}

visit().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
