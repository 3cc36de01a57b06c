package org.jiceng.stack.sample;

import java.util.List;

/** Made-up names. Places are numbered, so that none comes twice. */
final class Names {
  private static final List<String> PLACE_FIRST =
      List.of(
          "青 Qing", "柳 Liu", "云 Yun", "松 Song", "梅 Mei", "泉 Quan", "桂 Gui", "枫 Feng", "兰 Lan",
          "荷 He", "晨 Chen", "星 Xing", "竹 Zhu", "虹 Hong", "鹤 He", "霞 Xia", "锦 Jin", "雁 Yan", "榆 Yu",
          "澄 Cheng");
  private static final List<String> PLACE_SECOND =
      List.of(
          "禾 he",
          "塘 tang",
          "桥 qiao",
          "岭 ling",
          "湾 wan",
          "坊 fang",
          "泽 ze",
          "苑 yuan",
          "溪 xi",
          "圃 pu",
          "台 tai",
          "舍 she",
          "屏 ping",
          "洲 zhou",
          "麓 lu",
          "渡 du",
          "亭 ting",
          "浦 pu",
          "庄 zhuang",
          "畔 pan");
  private static final List<String> SURNAMES =
      "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕"
          .transform(Names::words);
  private static final List<String> GIVEN =
      "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 兰 红 建 国 志 文 海 春 云 晓 永 俊 佳 雪 宁"
          .transform(Names::words);
  private static final List<String> BRANDS =
      "星河 云帆 远山 晨曦 恒达 汇通 启明 博远 嘉禾 鼎新 瑞丰 长青 致远 华岳 天朗 中衡 金穗 四海 万象 同心 创越 安澜 百川 润泽"
          .transform(Names::words);
  private static final List<String> COMPANIES =
      "科技有限公司 商贸有限公司 文化传媒有限公司 物业管理有限公司 餐饮管理有限公司 建筑装饰有限公司 广告有限公司 软件有限公司 物流有限公司 咨询有限公司 服装有限公司 教育科技有限公司"
          .transform(Names::words);
  private static final List<String> SHOPS =
      "便利店 餐馆 理发店 水果店 五金店 服装店 花店 修理部 茶庄 文具店 早点铺 洗衣店".transform(Names::words);
  private static final List<String> SOCIETIES =
      "社区服务中心 养老服务中心 志愿者协会 书画研究会 职业培训学校 民办幼儿园 环保促进会 商会 体育俱乐部 心理咨询中心".transform(Names::words);

  private Names() {}

  private static List<String> words(String spaced) {
    return List.of(spaced.split(" "));
  }

  /** A place's name in Chinese and in pinyin. */
  record Place(String zh, String en) {}

  /** The n-th place of a series; up to 400 differ, in each series in another order. */
  static Place place(int n, int series) {
    int scattered = Math.floorMod(n * 61 + series * 137, 400);
    String first = PLACE_FIRST.get(scattered % 20);
    String second = PLACE_SECOND.get(scattered / 20);
    return new Place(
        first.substring(0, 1) + second.charAt(0), first.substring(2) + second.substring(2));
  }

  static String person(Dice dice) {
    String given = dice.pick(GIVEN) + (dice.chance(0.8) ? dice.pick(GIVEN) : "");
    return dice.pick(SURNAMES) + given;
  }

  static String company(Dice dice) {
    return dice.pick(BRANDS) + dice.pick(COMPANIES);
  }

  static String shop(Dice dice) {
    return dice.pick(BRANDS) + dice.pick(SHOPS);
  }

  static String society(Dice dice) {
    return dice.pick(BRANDS) + dice.pick(SOCIETIES);
  }

  static String brand(Dice dice) {
    return dice.pick(BRANDS);
  }
}
