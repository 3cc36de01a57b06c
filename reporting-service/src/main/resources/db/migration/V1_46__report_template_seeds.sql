-- The templates that a district begins with: data like any other, which it changes as it likes.
insert into report_template (name, version, state, definition, changed_by, changed_at) values
  ('annual-bulletin', 0, 'ACTIVE', $json$
{
  "template": "annual-bulletin",
  "name": "基层党组织和党员年度统计公报",
  "nameEn": "Annual bulletin of organisations and members",
  "period": "YEAR",
  "levels": ["DISTRICT"],
  "sections": [
    {
      "section": "overview",
      "kind": "INDICATORS",
      "name": "总体情况",
      "nameEn": "Overview",
      "figures": [
        "members.affiliated",
        "members.community",
        "members.twoNew",
        "members.mobileHosted",
        "members.mobileAway",
        "organizations.total",
        "organizations.community",
        "organizations.twoNew",
        {
          "figure": "members.perOrganization",
          "name": "平均每个党组织党员数",
          "nameEn": "Members per organisation",
          "unit": "number",
          "part": "members.affiliated",
          "whole": "organizations.total"
        }
      ]
    },
    {
      "section": "years",
      "kind": "SERIES",
      "name": "五年变化",
      "nameEn": "The last five years",
      "step": "YEAR",
      "steps": 5,
      "figures": ["members.affiliated", "organizations.total", "members.mobileHosted", "transfers.in", "transfers.out"]
    },
    {
      "section": "membersBySex",
      "kind": "BREAKDOWN",
      "name": "党员性别构成",
      "nameEn": "Members by sex",
      "by": ["sex"],
      "figures": ["members.affiliated"]
    },
    {
      "section": "membersByAge",
      "kind": "BREAKDOWN",
      "name": "党员年龄构成",
      "nameEn": "Members by age",
      "by": ["ageBand"],
      "figures": ["members.affiliated"]
    },
    {
      "section": "membersByEthnicity",
      "kind": "BREAKDOWN",
      "name": "党员民族构成",
      "nameEn": "Members by ethnicity",
      "by": ["ethnicity"],
      "figures": ["members.affiliated"]
    },
    {
      "section": "membersByEducation",
      "kind": "BREAKDOWN",
      "name": "党员学历构成",
      "nameEn": "Members by education",
      "by": ["education"],
      "figures": ["members.affiliated"]
    },
    {
      "section": "membersBySector",
      "kind": "BREAKDOWN",
      "name": "党员领域分布",
      "nameEn": "Members by sector",
      "by": ["sector"],
      "figures": ["members.affiliated"]
    },
    {
      "section": "membersByOrganizationType",
      "kind": "BREAKDOWN",
      "name": "党员所在党组织类别",
      "nameEn": "Members by kind of organisation",
      "by": ["organizationType"],
      "figures": ["members.affiliated"]
    },
    {
      "section": "organizations",
      "kind": "BREAKDOWN",
      "name": "党组织领域和类别",
      "nameEn": "Organisations by sector and kind",
      "by": ["sector", "organizationType"],
      "figures": ["organizations.total"]
    },
    {
      "section": "transfers",
      "kind": "INDICATORS",
      "name": "组织关系转接",
      "nameEn": "Transfers",
      "figures": ["transfers.in", "transfers.out", "transfers.intoDistrict", "transfers.outOfDistrict"]
    },
    {
      "section": "coverage",
      "kind": "INDICATORS",
      "name": "党的组织和工作覆盖",
      "nameEn": "Coverage",
      "figures": [
        "units.total",
        "units.covered",
        {
          "figure": "units.coverageRate",
          "name": "单位覆盖率",
          "nameEn": "Coverage of units",
          "unit": "ratio",
          "part": "units.covered",
          "whole": "units.total"
        },
        "buildings.total",
        "buildings.covered",
        "buildings.coverageRate",
        "areas.communities",
        "communities.withoutOrganization"
      ]
    },
    {
      "section": "townships",
      "kind": "AREAS",
      "name": "各街道、地区办事处",
      "nameEn": "Townships",
      "level": "township",
      "figures": ["members.affiliated", "organizations.total", "organizations.community", "organizations.twoNew", "units.total", "units.covered"]
    }
  ]
}$json$, 'system', now()),
  ('district-quarter', 0, 'ACTIVE', $json$
{
  "template": "district-quarter",
  "name": "区基层党建季度报告",
  "nameEn": "Quarterly report of the district",
  "period": "QUARTER",
  "levels": ["DISTRICT"],
  "sections": [
    {
      "section": "overview",
      "kind": "INDICATORS",
      "name": "本季情况",
      "nameEn": "The quarter",
      "figures": [
        "members.affiliated",
        "members.community",
        "members.twoNew",
        "organizations.total",
        "organizations.twoNew",
        "transfers.in",
        "transfers.out",
        "activities.held",
        "attendances.total",
        "attendances.participationRate",
        "cadence.compliance",
        "sites.total",
        "sites.occupancy",
        "bookings.noShowRate",
        "funds.spent"
      ]
    },
    {
      "section": "quarters",
      "kind": "SERIES",
      "name": "近八个季度",
      "nameEn": "The last eight quarters",
      "step": "QUARTER",
      "steps": 8,
      "figures": ["members.affiliated", "organizations.total", "transfers.in", "transfers.out", "activities.held", "attendances.total"]
    },
    {
      "section": "townships",
      "kind": "AREAS",
      "name": "各街道、地区办事处",
      "nameEn": "Townships",
      "level": "township",
      "figures": ["members.affiliated", "organizations.total", "organizations.twoNew", "activities.held", "attendances.total", "sites.total"]
    },
    {
      "section": "coverageByTownship",
      "kind": "AREAS",
      "name": "各街道、地区办事处覆盖情况",
      "nameEn": "Coverage by township",
      "level": "township",
      "figures": [
        "units.total",
        "units.covered",
        {
          "figure": "units.coverageRate",
          "name": "单位覆盖率",
          "nameEn": "Coverage of units",
          "unit": "ratio",
          "part": "units.covered",
          "whole": "units.total"
        },
        "buildings.total",
        "buildings.covered",
        "buildings.coverageRate"
      ]
    }
  ]
}$json$, 'system', now()),
  ('mobile-members', 0, 'ACTIVE', $json$
{
  "template": "mobile-members",
  "name": "流动党员月报",
  "nameEn": "Monthly report of mobile members",
  "period": "MONTH",
  "levels": ["DISTRICT"],
  "sections": [
    {
      "section": "overview",
      "kind": "INDICATORS",
      "name": "本月情况",
      "nameEn": "The month",
      "figures": [
        "members.mobileHosted",
        "members.mobileAway",
        "organizations.mobileMembers",
        {
          "figure": "members.hostedPerOrganization",
          "name": "平均每个流动党员党组织流入党员数",
          "nameEn": "Members hosted per organisation for mobile members",
          "unit": "number",
          "part": "members.mobileHosted",
          "whole": "organizations.mobileMembers"
        },
        "transfers.in",
        "transfers.out",
        "transfers.intoDistrict",
        "transfers.outOfDistrict",
        "attendances.hosted",
        "attendances.ofMembersAway"
      ]
    },
    {
      "section": "months",
      "kind": "SERIES",
      "name": "近十二个月",
      "nameEn": "The last twelve months",
      "step": "MONTH",
      "steps": 12,
      "figures": ["members.mobileHosted", "members.mobileAway", "transfers.in", "transfers.out"]
    },
    {
      "section": "townships",
      "kind": "AREAS",
      "name": "各街道、地区办事处",
      "nameEn": "Townships",
      "level": "township",
      "figures": ["members.mobileHosted", "members.mobileAway", "organizations.mobileMembers", "transfers.in", "transfers.out"]
    }
  ]
}$json$, 'system', now());
