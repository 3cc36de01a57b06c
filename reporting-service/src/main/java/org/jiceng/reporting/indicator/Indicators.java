package org.jiceng.reporting.indicator;

import static org.jiceng.reporting.indicator.Formula.Quotient.ratio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiceng.events.FundSource;
import org.jiceng.reporting.indicator.Formula.Accrued;
import org.jiceng.reporting.indicator.Formula.Change;
import org.jiceng.reporting.indicator.Formula.CommunitiesWithout;
import org.jiceng.reporting.indicator.Formula.Growth;
import org.jiceng.reporting.indicator.Formula.InTownships;
import org.jiceng.reporting.indicator.Formula.Measured;
import org.jiceng.reporting.indicator.Formula.OverCommunities;
import org.jiceng.reporting.indicator.Formula.OverCommunities.Choice;
import org.jiceng.reporting.indicator.Formula.Plus;
import org.jiceng.reporting.indicator.Formula.Quotient;
import org.jiceng.reporting.indicator.Formula.Scaled;
import org.jiceng.reporting.indicator.Formula.Sum;

/** Every indicator there is. A new one is one more declaration here. */
@ApplicationScoped
public class Indicators {
  private static final Set<String> COMMUNITY = Set.of("COMMUNITY");
  private static final Set<String> TWO_NEW = Set.of("NON_PUBLIC_ENTERPRISE", "SOCIAL_ORGANIZATION");
  private static final Set<String> TWO_NEW_MEMBERS =
      Set.of("NON_PUBLIC_ENTERPRISE", "SOCIAL_ORGANIZATION", "BUILDING");
  private static final Set<String> URBAN = Set.of("SUB_DISTRICT", "PREPARATORY_OFFICE");
  private static final Set<String> SOCIAL_WORKING = Set.of("SOCIAL_WORKING_COMMITTEE");
  private static final Set<String> ANY = Set.of();

  private final Map<String, Indicator> all = new LinkedHashMap<>();

  public Indicators() {
    territory();
    unitsAndBuildings();
    organizations();
    members();
    posts();
    sites();
    attendances();
    cadence();
    useOfSites();
    funds();
    sum("quality.findings", "count", "待处理的数据质量问题", "Open findings of data quality", "finding");
  }

  /** The indicator of that name. */
  public Optional<Indicator> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** All of them, in the order of the bulletin. */
  public Collection<Indicator> all() {
    return all.values();
  }

  /** The indicator that counts the same and more, whose table shows this one as a part. */
  public Optional<Indicator> wholeOf(Indicator part) {
    return all.values().stream()
        .filter(other -> !other.equals(part) && other.measures().equals(part.measures()))
        .filter(other -> isWhole(other) && !isWhole(part))
        .findFirst();
  }

  private static boolean isWhole(Indicator indicator) {
    return indicator.definition() instanceof Sum sum
        && sum.sectors().isEmpty()
        && sum.types().isEmpty();
  }

  private void territory() {
    sum("areas.subDistricts", "count", "街道", "Sub-districts", "area.SUB_DISTRICT");
    sum(
        "areas.preparatoryOffices",
        "count",
        "街道筹备处",
        "Preparatory offices",
        "area.PREPARATORY_OFFICE");
    sum("areas.areaOffices", "count", "地区办事处", "Area offices", "area.AREA_OFFICE");
    sum("areas.communities", "count", "社区", "Communities", "area.COMMUNITY");
    sum("areas.villages", "count", "行政村", "Villages", "area.VILLAGE");
    measured("areas.population", "常住人口", "Population", "area.population");
    measured(
        "areas.registeredPopulation", "户籍人口", "Registered population", "area.registeredPopulation");
    measured("areas.migrantPopulation", "外来人口", "Migrant population", "area.migrantPopulation");
    households("mean", "社区平均户数", "Households per community, mean", Choice.MEAN);
    households("max", "社区最大户数", "Households per community, largest", Choice.MAX);
    households("min", "社区最小户数", "Households per community, smallest", Choice.MIN);
  }

  private void measured(String indicator, String name, String nameEn, String measure) {
    define(indicator, "persons", name, nameEn, new Measured(measure));
  }

  private void households(String which, String name, String nameEn, Choice choice) {
    define(
        "areas.householdsPerCommunity." + which,
        "households",
        name,
        nameEn,
        new OverCommunities(choice, "area.households"));
  }

  private void unitsAndBuildings() {
    sum(
        "units.individualBusinesses",
        "count",
        "个体户",
        "Individual businesses",
        "unit.INDIVIDUAL_BUSINESS");
    sum(
        "units.nonPublicEnterprises",
        "count",
        "非公有制企业",
        "Non-public enterprises",
        "unit.NON_PUBLIC_ENTERPRISE");
    sum(
        "units.socialOrganizations",
        "count",
        "社会组织",
        "Social organisations",
        "unit.SOCIAL_ORGANIZATION");
    sum(
        "units.total",
        "count",
        "两新组织总数",
        "Units",
        "unit.INDIVIDUAL_BUSINESS",
        "unit.NON_PUBLIC_ENTERPRISE",
        "unit.SOCIAL_ORGANIZATION");
    sum("units.covered", "count", "已覆盖的单位", "Units covered", "unit.covered");
    sum("buildings.total", "count", "商务楼宇", "Business buildings", "building");
    sum("buildings.covered", "count", "已覆盖的商务楼宇", "Business buildings covered", "building.covered");
    define(
        "buildings.coverageRate",
        "ratio",
        "商务楼宇覆盖率",
        "Coverage of business buildings",
        ratio(Sum.of("building.covered"), Sum.of("building")));
    sum("stations.socialWork", "count", "社会工作站", "Social work stations", "station.SOCIAL_WORK");
    sum(
        "stations.partyService",
        "count",
        "党建服务站",
        "Party service stations",
        "station.PARTY_SERVICE");
  }

  private void organizations() {
    kind("organizations.total", "党组织总数", "Organisations", ANY, ANY);
    kind(
        "organizations.building",
        "商务楼宇党组织",
        "Organisations in business buildings",
        Set.of("BUILDING"),
        ANY);
    kind(
        "organizations.community",
        "社区党组织",
        "Community organisations",
        COMMUNITY,
        Set.of("COMMITTEE"));
    define(
        "communities.withoutOrganization",
        "count",
        "未建立党组织的社区",
        "Communities without an organisation",
        new CommunitiesWithout(Sum.of("organization", COMMUNITY, Set.of("COMMITTEE"))));
    kind(
        "organizations.communityBranches",
        "社区基层党支部",
        "Community branches",
        COMMUNITY,
        Set.of("BRANCH"));
    kind(
        "organizations.nonPublicEnterprise",
        "非公有制经济组织党组织",
        "Organisations in non-public enterprises",
        Set.of("NON_PUBLIC_ENTERPRISE"),
        ANY);
    kind(
        "organizations.socialOrganization",
        "新社会组织党组织",
        "Organisations in social organisations",
        Set.of("SOCIAL_ORGANIZATION"),
        ANY);
    kind("organizations.twoNew", "两新组织党组织", "Two-new organisations", TWO_NEW, ANY);
    define(
        "organizations.twoNew.urbanShare",
        "ratio",
        "两新党组织在城市街道的比例",
        "Share of two-new organisations in sub-districts",
        ratio(
            new InTownships(URBAN, Sum.of("organization", TWO_NEW, ANY)),
            Sum.of("organization", TWO_NEW, ANY)));
    kind(
        "organizations.mobileMembers",
        "流动党员党组织",
        "Organisations for mobile members",
        Set.of("MOBILE_MEMBERS"),
        ANY);
    kind(
        "organizations.socialWorkingCommittees",
        "街道社会工作党委",
        "Social working committees",
        ANY,
        SOCIAL_WORKING);
    define(
        "organizations.foundedBySocialWorkingCommittees",
        "count",
        "社会工作党委建立的两新党组织",
        "Two-new organisations founded by social working committees",
        Sum.of("organization.founded", ANY, SOCIAL_WORKING));
  }

  private void kind(
      String indicator, String name, String nameEn, Set<String> sectors, Set<String> types) {
    define(indicator, "count", name, nameEn, Sum.of("organization", sectors, types));
  }

  private void members() {
    define(
        "members.admittedBySocialWorkingCommittees",
        "persons",
        "社会工作党委发展的党员",
        "Members admitted by social working committees",
        Sum.of("member.admittedBy", ANY, SOCIAL_WORKING));
    define(
        "members.community",
        "persons",
        "社区党组织党员",
        "Members in communities",
        Sum.of("member", COMMUNITY, ANY));
    define(
        "members.community.growth",
        "ratio",
        "社区党员增长率",
        "Growth of members in communities",
        new Growth(Sum.of("member", COMMUNITY, ANY)));
    define(
        "members.twoNew",
        "persons",
        "两新党员",
        "Members in two-new organisations",
        Sum.of("member", TWO_NEW_MEMBERS, ANY));
    sum("members.affiliated", "persons", "组织关系在区的党员", "Affiliated members", "member");
    sum("members.mobileHosted", "persons", "流动党员", "Mobile members hosted", "mobileHosted");
    sum("members.mobileAway", "persons", "流出党员", "Members away", "mobileAway");
    flow("transfers.in", "转入人次", "Transfers in", "transfer.in");
    flow("transfers.out", "转出人次", "Transfers out", "transfer.out");
    flow("transfers.intoDistrict", "从区外转入", "Transfers into the district", "transfer.intoDistrict");
    flow(
        "transfers.outOfDistrict",
        "转出到区外",
        "Transfers out of the district",
        "transfer.outOfDistrict");
  }

  /** What happened after the day since, up to and with the day asked for. */
  private void flow(String indicator, String name, String nameEn, String measure) {
    change(indicator, "count", name, nameEn, measure);
  }

  private void change(String indicator, String unit, String name, String nameEn, String measure) {
    define(indicator, unit, name, nameEn, after(measure));
  }

  private void posts() {
    post("posts.secretaries", "社区党组织书记", "Secretaries in communities", "SECRETARY", COMMUNITY);
    post(
        "posts.committeeMembers",
        "社区党委委员",
        "Committee members in communities",
        "COMMITTEE_MEMBER",
        COMMUNITY);
    post(
        "posts.fullTimeWorkers",
        "社区专职党务工作者",
        "Full-time workers in communities",
        "FULL_TIME_WORKER",
        COMMUNITY);
    post("posts.instructors", "党建指导员", "Instructors", "INSTRUCTOR", ANY);
  }

  private void post(
      String indicator, String name, String nameEn, String kind, Set<String> sectors) {
    define(indicator, "count", name, nameEn, Sum.of("post." + kind, sectors, ANY));
  }

  private void sites() {
    sum("sites.total", "count", "党建阵地", "Activity sites", "site");
    sum("sites.floorArea", "m2", "党建阵地总面积", "Floor area of activity sites", "site.floorArea");
    sum(
        "sites.serviceCentresOver500m2",
        "count",
        "500平米以上的党员服务中心",
        "Service centres over 500 m²",
        "site.serviceCentreOver500");
    sum(
        "sites.fromBuildingsAndTwoNew",
        "count",
        "从商务楼宇和两新组织整合的阵地",
        "Sites from buildings and two-new organisations",
        "site.fromBuildingsAndTwoNew");
    sum(
        "sites.fromBuildingsAndTwoNew.floorArea",
        "m2",
        "从商务楼宇和两新组织整合的面积",
        "Floor area from buildings and two-new organisations",
        "site.fromBuildingsAndTwoNew.floorArea");
    sum("brands.total", "count", "服务品牌", "Service brands", "brand");
    sum("demonstrationPoints.total", "count", "示范点", "Demonstration points", "demonstrationPoint");
  }

  /** By who held the activity, and by whose members they are: each attendance once in either. */
  private void attendances() {
    flow("activities.held", "开展组织生活", "Activities held", "activity");
    flow(
        "activities.heldJointly",
        "参与联合开展组织生活",
        "Activities held by others together with these",
        "activity.jointly");
    flow("attendances.total", "参加组织生活人次", "Attendances at activities held", "attendance");
    flow(
        "attendances.hosted",
        "流入党员参加人次",
        "Of these, by mobile members hosted",
        "attendance.hosted");
    flow(
        "attendances.ofMembers",
        "本组织党员参加人次",
        "Attendances of own members, wherever held",
        "attendance.member");
    flow(
        "attendances.ofMembersAway",
        "流出党员在流入地参加人次",
        "Of these, where they are hosted",
        "attendance.memberAway");
    share(
        "attendances.participationRate",
        "党员参与率",
        "Participation of members",
        "attendance.ofExpected",
        "attendance.expected");
  }

  private void cadence() {
    flow("cadence.due", "应落实的制度要求", "Rules of cadence due", "cadence.due");
    flow("cadence.kept", "已落实的制度要求", "Rules of cadence kept", "cadence.kept");
    share("cadence.compliance", "制度落实率", "Compliance with cadence", "cadence.kept", "cadence.due");
  }

  /** At the site, on the day on which its use begins. */
  private void useOfSites() {
    flow("bookings.used", "实际使用的预约", "Bookings used", "booking.used");
    flow("bookings.missed", "爽约的预约", "No-shows", "booking.missed");
    define(
        "bookings.noShowRate",
        "ratio",
        "爽约率",
        "Rate of no-shows",
        ratio(after("booking.missed"), new Plus(after("booking.missed"), after("booking.used"))));
    define(
        "sites.usedHours",
        "hours",
        "阵地使用时长",
        "Hours of use of sites",
        new Scaled(after("site.usedMinutes"), 60, 1));
    // By the regular week of each site; around the clock where it has none
    define(
        "sites.openHours",
        "hours",
        "阵地开放时长",
        "Hours for which spaces were open",
        new Scaled(new Change(new Accrued("site.openMinutes")), 60, 1));
    define(
        "sites.occupancy",
        "ratio",
        "阵地使用率",
        "Occupancy of sites",
        ratio(after("site.usedMinutes"), new Change(new Accrued("site.openMinutes"))));
  }

  private void funds() {
    change("funds.spent", "CNY", "活动和阵地支出", "Spent on activities and sites", "cost");
    bySource("partyFee", "党费支出", "Of this, from party fees", FundSource.PARTY_FEE);
    bySource("fiscal", "财政支出", "Of this, from the budget", FundSource.FISCAL);
    bySource("collective", "集体经费支出", "Of this, from collective funds", FundSource.COLLECTIVE);
    bySource("donation", "捐赠支出", "Of this, from donations", FundSource.DONATION);
    bySource("other", "其他来源支出", "Of this, from other sources", FundSource.OTHER);
    change("funds.spentOnActivities", "CNY", "活动支出", "Spent on activities", "cost.activity");
    define(
        "funds.costPerAttendance",
        "CNY",
        "人次成本",
        "Cost per attendance",
        new Quotient(after("cost.activity"), after("attendance"), 2));
  }

  private void bySource(String which, String name, String nameEn, FundSource source) {
    change("funds.spent." + which, "CNY", name, nameEn, "cost." + source);
  }

  private static Formula after(String measure) {
    return new Change(Sum.of(measure));
  }

  /** What of one thing that happened after the day since is another. */
  private void share(String indicator, String name, String nameEn, String part, String whole) {
    define(indicator, "ratio", name, nameEn, ratio(after(part), after(whole)));
  }

  private void sum(String indicator, String unit, String name, String nameEn, String... measures) {
    define(indicator, unit, name, nameEn, Sum.of(measures));
  }

  private void define(String indicator, String unit, String name, String nameEn, Formula formula) {
    all.put(indicator, new Indicator(indicator, unit, name, nameEn, formula));
  }
}
