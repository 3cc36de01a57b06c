// Last month's sealed report of a template, made if it is not there yet: see docs/guides/jobs.md.
import { Configuration, ReportsApi, type ReportView, ResponseError } from "../target/typescript/reporting/src";

declare const process: { argv: string[]; env: Record<string, string | undefined>; exitCode: number };

const ATTEMPTS = 5;
const reports = new ReportsApi(
  new Configuration({ basePath: process.env.REPORTING_URL, accessToken: process.env.TOKEN }),
);

/** The same call again while the service is busy or does not answer. */
async function insist<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (failed) {
      const refused = failed instanceof ResponseError ? failed.response : undefined;
      const after = Number(refused?.headers.get("Retry-After") ?? attempt * 2);
      const passing = refused === undefined || refused.status === 503 || refused.headers.has("Retry-After");
      if (!passing || attempt === ATTEMPTS) {
        throw failed;
      }
      await new Promise((resolve) => setTimeout(resolve, after * 1000));
    }
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes that were sealed; fails if they are not those of the report's digest. */
async function content(report: ReportView): Promise<Uint8Array> {
  const answer = await insist(() => reports.reportContentRaw({ id: report.id!, format: "json" }));
  const bytes = new Uint8Array(await answer.raw.arrayBuffer());
  if ((await sha256(bytes)) !== report.digest) {
    throw new Error(`report ${report.id} is not what was sealed`);
  }
  return bytes;
}

async function job(template: string, period: string): Promise<void> {
  const idempotencyKey = crypto.randomUUID();
  const report = await insist(() =>
    reports.reportSeal({ idempotencyKey, newReport: { template, period } }),
  );
  const bytes = await content(report);
  console.log(`${report.template} ${report.period}, version ${report.version}, ${bytes.length} bytes, ${report.digest}`);
}

job(process.argv[2]!, process.argv[3]!).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
