"""A decision, a long notice and a licence to set, in the office's words."""

from yizheng.law.licence import LicenceFace, LicenceLine
from yizheng.law.papers.sheet import Sheet, Table

LONG_NAME = "青岛蓝湾喆堃文化体育健身游泳娱乐服务连锁经营管理（集团）有限责任公司青岛高新技术产业开发区火炬路第一分公司"
QR_TEXT = "https://yizheng.example.gov.cn/v/3702712026000012/2?s=" + "Ab3_" * 22

GRANT = Sheet(
    title="准予行政许可决定书",
    number="青高新审〔2026〕食许准字第00012号",
    organ="青岛高新区行政审批服务部",
    addressee="青岛喆堃海鲜餐饮有限公司（统一社会信用代码 91370214MACDEF2941）",
    made_on="2026年3月20日",
    paragraphs=("经审查，你单位提交的申请材料齐全、符合法定形式。", "决定准予你单位食品经营许可（餐饮服务）。"),
    facts=(("许可事项", "食品经营许可（餐饮服务）"), ("证书编号", "JY23702710000888"), ("有效期至", "2031年3月19日")),
    remedies=("如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议。",),
    notes=("本决定依法向社会公开。",),
    handler="张䶮",
    contact="0532-66966666",
    code="7K2M-9QXF-31TB",
)

POINT = ("图纸未标注粗加工间与烹饪间的分隔，且未加盖公章。", "补充标注后重新上传；可参照样图。")
LONG_NOTICE = Sheet(
    title="补正告知书",
    number="青高新审〔2026〕综补字第00007号",
    organ="青岛高新区行政审批服务部",
    addressee=LONG_NAME,
    made_on="2026-03-12",
    paragraphs=("现一次性告知需要补正的全部内容。",),
    tables=(
        Table(
            title="需要补正的内容",
            head=("序号", "存在的问题", "怎样改"),
            rows=tuple((f"第{i}点", *POINT) for i in range(1, 61)),
        ),
    ),
)


def permit(number: int) -> LicenceLine:
    """The so-manyth permit of a licence, with a name about as long as they get."""
    return LicenceLine(
        item=f"X{number}",
        name=f"设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批（{number}）",
        number=f"青高新城管许〔2026〕第{number:04d}号",
        organ="青岛市城阳区综合行政执法局高新区分局",
        until="2028年3月18日",
    )


def licence(permits: int, holder: str = "青岛喆堃海鲜餐饮有限公司") -> LicenceFace:
    """A licence of so many permits."""
    return LicenceFace(
        number="青高新综许〔2026〕3702712026000012",
        version=2,
        identifier="1.2.156.3005.2.11370000MB1W9Q2R58001.11370200MB2T7X3K1B.3702712021000001.002.8",
        holder=holder,
        holder_code="91370214MACDEF2941",
        representative="张䶮",
        premises="青岛高新区火炬路与广博路交叉口东北角创业中心3号楼1层102户",
        industry="饭店（正餐服务 H6210）",
        lines=tuple(permit(i) for i in range(1, permits + 1)),
        issuer="青岛高新区行政审批服务部",
        issued_on="2026年3月20日",
        earliest_until="2028年3月18日",
        address="https://yizheng.example.gov.cn/v",
    )
