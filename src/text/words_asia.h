/* The boilerplate in languages of East and South-East Asia; words_table.h says how to read it.
 * Only that includes it. */
#pragma once

#define WORDS_ZH(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "患者须知")                                                 \
    X(L, WORD_NOTE, DOCBOOK, "注意")                                                               \
    X(L, WORD_TIP, DOCBOOK, "提示")                                                                \
    X(L, WORD_IMPORTANT, DOCBOOK, "重要")                                                          \
    X(L, WORD_WARNING, DOCBOOK, "警告")                                                            \
    X(L, WORD_CAUTION, DOCBOOK, "小心")                                                            \
    X(L, WORD_EMERGENCY, UNREVIEWED, "紧急情况")                                                   \
    X(L, WORD_URGENT, UNREVIEWED, "紧急")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "非紧急")                                                       \
    X(L, WORD_DO, UNREVIEWED, "应该做")                                                            \
    X(L, WORD_DONT, UNREVIEWED, "不应该做")                                                        \
    X(L, WORD_CONTACT, UNREVIEWED, "联系我们")                                                     \
    X(L, WORD_PHONE, UNREVIEWED, "电话")                                                           \
    X(L, WORD_HOURS, UNREVIEWED, "开放时间")                                                       \
    X(L, WORD_EMAIL, UNREVIEWED, "电子邮件")                                                       \
    X(L, WORD_WEB, UNREVIEWED, "网站")                                                             \
    X(L, WORD_ADDRESS, UNREVIEWED, "地址")                                                         \
    X(L, WORD_ABOUT, UNREVIEWED, "关于本手册")                                                     \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "撰写")                                                      \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "审核")                                                      \
    X(L, WORD_OWNER, UNREVIEWED, "负责部门")                                                       \
    X(L, WORD_REFERENCE, UNREVIEWED, "编号")                                                       \
    X(L, WORD_VERSION, UNREVIEWED, "第 {1} 版")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "发布日期")                                                   \
    X(L, WORD_REVIEWED, UNREVIEWED, "上次审阅")                                                    \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "下次审阅")                                                 \
    X(L, WORD_SOURCES, UNREVIEWED, "参考来源")                                                     \
    X(L, WORD_AUDIENCE, UNREVIEWED, "适用对象")                                                    \
    X(L, WORD_DRAFT, DOCBOOK, "草稿")                                                              \
    X(L, WORD_PAGE, UNREVIEWED, "第 {1} 页，共 {2} 页")                                            \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "手册 {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "下次审阅：{1}")                                            \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "网址")                                                   \
    X(L, WORD_LINKS, UNREVIEWED, "链接")                                                           \
    X(L, WORD_TABLE, DOCBOOK, "表 {1}. {2}")                                                       \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1}（续）")                                            \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "脚注 {1}")                                                    \
    X(L, WORD_BACK, UNREVIEWED, "返回正文")                                                        \
    X(L, WORD_QR, UNREVIEWED, "打开 {1} 的二维码")                                                 \
    X(L, WORD_QR_USE, UNREVIEWED, "在手机上阅读本手册")                                            \
    X(L, WORD_LANGUAGES, UNREVIEWED, "本手册的其他语言版本")                                       \
    X(L, WORD_CONTENTS, DOCBOOK, "目录")                                                           \
    X(L, WORD_COVER, UNREVIEWED, "封面")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "页码")                                                           \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "待办")                                                       \
    X(L, WORD_TASK_DONE, UNREVIEWED, "已完成")

#define WORDS_ZH_HANT(X, L)                                                                        \
    X(L, WORD_INFORMATION, UNREVIEWED, "病人須知")                                                 \
    X(L, WORD_NOTE, SPHINX, "備註")                                                                \
    X(L, WORD_TIP, DOCBOOK, "提示")                                                                \
    X(L, WORD_IMPORTANT, DOCBOOK, "重要")                                                          \
    X(L, WORD_WARNING, DOCBOOK, "警告")                                                            \
    X(L, WORD_CAUTION, UNREVIEWED, "小心")                                                         \
    X(L, WORD_EMERGENCY, UNREVIEWED, "緊急情況")                                                   \
    X(L, WORD_URGENT, UNREVIEWED, "緊急")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "非緊急")                                                       \
    X(L, WORD_DO, UNREVIEWED, "應該做")                                                            \
    X(L, WORD_DONT, UNREVIEWED, "不應該做")                                                        \
    X(L, WORD_CONTACT, UNREVIEWED, "聯絡我們")                                                     \
    X(L, WORD_PHONE, UNREVIEWED, "電話")                                                           \
    X(L, WORD_HOURS, UNREVIEWED, "開放時間")                                                       \
    X(L, WORD_EMAIL, UNREVIEWED, "電子郵件")                                                       \
    X(L, WORD_WEB, UNREVIEWED, "網站")                                                             \
    X(L, WORD_ADDRESS, UNREVIEWED, "地址")                                                         \
    X(L, WORD_ABOUT, UNREVIEWED, "關於本單張")                                                     \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "撰寫")                                                      \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "審核")                                                      \
    X(L, WORD_OWNER, UNREVIEWED, "負責部門")                                                       \
    X(L, WORD_REFERENCE, UNREVIEWED, "編號")                                                       \
    X(L, WORD_VERSION, UNREVIEWED, "第 {1} 版")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "發佈日期")                                                   \
    X(L, WORD_REVIEWED, UNREVIEWED, "上次檢視")                                                    \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "下次檢視")                                                 \
    X(L, WORD_SOURCES, UNREVIEWED, "資料來源")                                                     \
    X(L, WORD_AUDIENCE, UNREVIEWED, "適用對象")                                                    \
    X(L, WORD_DRAFT, DOCBOOK, "草稿")                                                              \
    X(L, WORD_PAGE, UNREVIEWED, "第 {1} 頁，共 {2} 頁")                                            \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "單張 {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "下次檢視：{1}")                                            \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "網址")                                                   \
    X(L, WORD_LINKS, UNREVIEWED, "連結")                                                           \
    X(L, WORD_TABLE, UNREVIEWED, "表 {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1}（續）")                                            \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "註腳 {1}")                                                    \
    X(L, WORD_BACK, UNREVIEWED, "返回正文")                                                        \
    X(L, WORD_QR, UNREVIEWED, "開啟 {1} 的二維碼")                                                 \
    X(L, WORD_QR_USE, UNREVIEWED, "在手機上閱讀本單張")                                            \
    X(L, WORD_LANGUAGES, UNREVIEWED, "本單張的其他語言版本")                                       \
    X(L, WORD_CONTENTS, SPHINX, "目錄")                                                            \
    X(L, WORD_COVER, UNREVIEWED, "封面")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "頁碼")                                                           \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "待辦")                                                       \
    X(L, WORD_TASK_DONE, UNREVIEWED, "已完成")

#define WORDS_JA(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "患者様への情報")                                           \
    X(L, WORD_NOTE, DOCBOOK, "注記")                                                               \
    X(L, WORD_TIP, DOCBOOK, "ヒント")                                                              \
    X(L, WORD_IMPORTANT, DOCBOOK, "重要")                                                          \
    X(L, WORD_WARNING, DOCBOOK, "警告")                                                            \
    X(L, WORD_CAUTION, DOCBOOK, "注意")                                                            \
    X(L, WORD_EMERGENCY, UNREVIEWED, "緊急")                                                       \
    X(L, WORD_URGENT, UNREVIEWED, "至急")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "緊急ではありません")                                           \
    X(L, WORD_DO, UNREVIEWED, "すること")                                                          \
    X(L, WORD_DONT, UNREVIEWED, "してはいけないこと")                                              \
    X(L, WORD_CONTACT, UNREVIEWED, "お問い合わせ")                                                 \
    X(L, WORD_PHONE, UNREVIEWED, "電話")                                                           \
    X(L, WORD_HOURS, UNREVIEWED, "受付時間")                                                       \
    X(L, WORD_EMAIL, UNREVIEWED, "メール")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "ウェブサイト")                                                     \
    X(L, WORD_ADDRESS, UNREVIEWED, "住所")                                                         \
    X(L, WORD_ABOUT, UNREVIEWED, "このリーフレットについて")                                       \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "執筆")                                                      \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "確認")                                                      \
    X(L, WORD_OWNER, UNREVIEWED, "担当")                                                           \
    X(L, WORD_REFERENCE, UNREVIEWED, "番号")                                                       \
    X(L, WORD_VERSION, UNREVIEWED, "第 {1} 版")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "発行日")                                                     \
    X(L, WORD_REVIEWED, UNREVIEWED, "最終見直し")                                                  \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "次回見直し")                                               \
    X(L, WORD_SOURCES, UNREVIEWED, "出典")                                                         \
    X(L, WORD_AUDIENCE, UNREVIEWED, "対象")                                                        \
    X(L, WORD_DRAFT, UNREVIEWED, "下書き")                                                         \
    X(L, WORD_PAGE, UNREVIEWED, "{1} / {2} ページ")                                                \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "リーフレット {1}")                                        \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "次回見直し：{1}")                                          \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ウェブアドレス")                                         \
    X(L, WORD_LINKS, UNREVIEWED, "リンク")                                                         \
    X(L, WORD_TABLE, DOCBOOK, "表 {1}. {2}")                                                       \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1}（続き）")                                          \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "脚注 {1}")                                                    \
    X(L, WORD_BACK, UNREVIEWED, "本文に戻る")                                                      \
    X(L, WORD_QR, UNREVIEWED, "{1} を開く QR コード")                                              \
    X(L, WORD_QR_USE, UNREVIEWED, "このリーフレットを携帯電話で読む")                              \
    X(L, WORD_LANGUAGES, UNREVIEWED, "このリーフレットの他の言語版")                               \
    X(L, WORD_CONTENTS, DOCBOOK, "目次")                                                           \
    X(L, WORD_COVER, UNREVIEWED, "表紙")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "ページ")                                                         \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "未完了")                                                     \
    X(L, WORD_TASK_DONE, UNREVIEWED, "完了")

#define WORDS_KO(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "환자를 위한 정보")                                         \
    X(L, WORD_NOTE, DOCBOOK, "참고")                                                               \
    X(L, WORD_TIP, UNREVIEWED, "도움말")                                                           \
    X(L, WORD_IMPORTANT, DOCBOOK, "중요")                                                          \
    X(L, WORD_WARNING, SPHINX, "경고")                                                             \
    X(L, WORD_CAUTION, SPHINX, "조심")                                                             \
    X(L, WORD_EMERGENCY, UNREVIEWED, "응급 상황")                                                  \
    X(L, WORD_URGENT, UNREVIEWED, "긴급")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "긴급하지 않음")                                                \
    X(L, WORD_DO, UNREVIEWED, "하십시오")                                                          \
    X(L, WORD_DONT, UNREVIEWED, "하지 마십시오")                                                   \
    X(L, WORD_CONTACT, UNREVIEWED, "문의처")                                                       \
    X(L, WORD_PHONE, UNREVIEWED, "전화")                                                           \
    X(L, WORD_HOURS, UNREVIEWED, "운영 시간")                                                      \
    X(L, WORD_EMAIL, UNREVIEWED, "이메일")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "웹사이트")                                                         \
    X(L, WORD_ADDRESS, UNREVIEWED, "주소")                                                         \
    X(L, WORD_ABOUT, UNREVIEWED, "이 안내문에 대하여")                                             \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "작성")                                                      \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "검토")                                                      \
    X(L, WORD_OWNER, UNREVIEWED, "담당 부서")                                                      \
    X(L, WORD_REFERENCE, UNREVIEWED, "참조 번호")                                                  \
    X(L, WORD_VERSION, UNREVIEWED, "버전 {1}")                                                     \
    X(L, WORD_PUBLISHED, UNREVIEWED, "발행일")                                                     \
    X(L, WORD_REVIEWED, UNREVIEWED, "최근 검토")                                                   \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "다음 검토")                                                \
    X(L, WORD_SOURCES, UNREVIEWED, "출처")                                                         \
    X(L, WORD_AUDIENCE, UNREVIEWED, "대상")                                                        \
    X(L, WORD_DRAFT, UNREVIEWED, "초안")                                                           \
    X(L, WORD_PAGE, UNREVIEWED, "{2}쪽 중 {1}쪽")                                                  \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "안내문 {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "다음 검토: {1}")                                           \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "웹 주소")                                                \
    X(L, WORD_LINKS, UNREVIEWED, "링크")                                                           \
    X(L, WORD_TABLE, DOCBOOK, "표 {1}. {2}")                                                       \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (계속)")                                           \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "각주 {1}")                                                    \
    X(L, WORD_BACK, UNREVIEWED, "본문으로 돌아가기")                                               \
    X(L, WORD_QR, UNREVIEWED, "{1} 주소를 여는 QR 코드")                                           \
    X(L, WORD_QR_USE, UNREVIEWED, "휴대전화로 이 안내문 읽기")                                     \
    X(L, WORD_LANGUAGES, UNREVIEWED, "다른 언어로 된 이 안내문")                                   \
    X(L, WORD_CONTENTS, SPHINX, "목차")                                                            \
    X(L, WORD_COVER, UNREVIEWED, "표지")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "쪽")                                                             \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "할 일")                                                      \
    X(L, WORD_TASK_DONE, UNREVIEWED, "완료")

#define WORDS_VI(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Thông tin cho bệnh nhân")                                  \
    X(L, WORD_NOTE, DOCBOOK, "Ghi chú")                                                            \
    X(L, WORD_TIP, DOCBOOK, "Mẹo")                                                                 \
    X(L, WORD_IMPORTANT, DOCBOOK, "Quan trọng")                                                    \
    X(L, WORD_WARNING, DOCBOOK, "Cảnh báo")                                                        \
    X(L, WORD_CAUTION, DOCBOOK, "Cẩn thận")                                                        \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Cấp cứu")                                                    \
    X(L, WORD_URGENT, UNREVIEWED, "Khẩn cấp")                                                      \
    X(L, WORD_ROUTINE, UNREVIEWED, "Không khẩn cấp")                                               \
    X(L, WORD_DO, UNREVIEWED, "Nên làm")                                                           \
    X(L, WORD_DONT, UNREVIEWED, "Không nên làm")                                                   \
    X(L, WORD_CONTACT, UNREVIEWED, "Liên hệ với chúng tôi")                                        \
    X(L, WORD_PHONE, UNREVIEWED, "Điện thoại")                                                     \
    X(L, WORD_HOURS, UNREVIEWED, "Giờ làm việc")                                                   \
    X(L, WORD_EMAIL, UNREVIEWED, "Email")                                                          \
    X(L, WORD_WEB, UNREVIEWED, "Trang web")                                                        \
    X(L, WORD_ADDRESS, UNREVIEWED, "Địa chỉ")                                                      \
    X(L, WORD_ABOUT, UNREVIEWED, "Về tờ thông tin này")                                            \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Người viết")                                                \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Người kiểm tra")                                            \
    X(L, WORD_OWNER, UNREVIEWED, "Phụ trách")                                                      \
    X(L, WORD_REFERENCE, UNREVIEWED, "Mã số")                                                      \
    X(L, WORD_VERSION, UNREVIEWED, "phiên bản {1}")                                                \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Ngày phát hành")                                             \
    X(L, WORD_REVIEWED, UNREVIEWED, "Lần duyệt gần nhất")                                          \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Lần duyệt tiếp theo")                                      \
    X(L, WORD_SOURCES, UNREVIEWED, "Nguồn")                                                        \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Dành cho")                                                    \
    X(L, WORD_DRAFT, DOCBOOK, "Bản thảo")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "Trang {1} / {2}")                                                 \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Tờ thông tin {1}")                                        \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "lần duyệt tiếp theo: {1}")                                 \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Địa chỉ web")                                            \
    X(L, WORD_LINKS, UNREVIEWED, "Liên kết")                                                       \
    X(L, WORD_TABLE, DOCBOOK, "Bảng {1}. {2}")                                                     \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (tiếp theo)")                                      \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Chú thích {1}")                                               \
    X(L, WORD_BACK, UNREVIEWED, "Trở lại văn bản")                                                 \
    X(L, WORD_QR, UNREVIEWED, "Mã QR mở {1}")                                                      \
    X(L, WORD_QR_USE, UNREVIEWED, "Đọc tờ thông tin này trên điện thoại")                          \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Tờ thông tin này bằng các ngôn ngữ khác")                    \
    X(L, WORD_CONTENTS, DOCBOOK, "Mục lục")                                                        \
    X(L, WORD_COVER, UNREVIEWED, "Bìa")                                                            \
    X(L, WORD_PAGES, UNREVIEWED, "Các trang")                                                      \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Cần làm")                                                    \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Đã xong")

#define WORDS_TH(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "ข้อมูลสำหรับผู้ป่วย")                                            \
    X(L, WORD_NOTE, DOCBOOK, "หมายเหตุ")                                                            \
    X(L, WORD_TIP, DOCBOOK, "คำแนะนำ")                                                             \
    X(L, WORD_IMPORTANT, UNREVIEWED, "สำคัญ")                                                       \
    X(L, WORD_WARNING, DOCBOOK, "คำเตือน")                                                          \
    X(L, WORD_CAUTION, UNREVIEWED, "ข้อควรระวัง")                                                    \
    X(L, WORD_EMERGENCY, UNREVIEWED, "ฉุกเฉิน")                                                      \
    X(L, WORD_URGENT, UNREVIEWED, "เร่งด่วน")                                                        \
    X(L, WORD_ROUTINE, UNREVIEWED, "ไม่เร่งด่วน")                                                     \
    X(L, WORD_DO, UNREVIEWED, "สิ่งที่ควรทำ")                                                          \
    X(L, WORD_DONT, UNREVIEWED, "สิ่งที่ไม่ควรทำ")                                                      \
    X(L, WORD_CONTACT, UNREVIEWED, "ติดต่อเรา")                                                      \
    X(L, WORD_PHONE, UNREVIEWED, "โทรศัพท์")                                                         \
    X(L, WORD_HOURS, UNREVIEWED, "เวลาทำการ")                                                      \
    X(L, WORD_EMAIL, UNREVIEWED, "อีเมล")                                                           \
    X(L, WORD_WEB, UNREVIEWED, "เว็บไซต์")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "ที่อยู่")                                                          \
    X(L, WORD_ABOUT, UNREVIEWED, "เกี่ยวกับแผ่นพับนี้")                                                   \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "ผู้เขียน")                                                     \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "ผู้ตรวจสอบ")                                                  \
    X(L, WORD_OWNER, UNREVIEWED, "ผู้รับผิดชอบ")                                                       \
    X(L, WORD_REFERENCE, UNREVIEWED, "เลขที่อ้างอิง")                                                  \
    X(L, WORD_VERSION, UNREVIEWED, "ฉบับที่ {1}")                                                     \
    X(L, WORD_PUBLISHED, UNREVIEWED, "วันที่เผยแพร่")                                                  \
    X(L, WORD_REVIEWED, UNREVIEWED, "ทบทวนล่าสุด")                                                   \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "ทบทวนครั้งต่อไป")                                             \
    X(L, WORD_SOURCES, UNREVIEWED, "แหล่งข้อมูล")                                                     \
    X(L, WORD_AUDIENCE, UNREVIEWED, "สำหรับ")                                                       \
    X(L, WORD_DRAFT, UNREVIEWED, "ฉบับร่าง")                                                         \
    X(L, WORD_PAGE, UNREVIEWED, "หน้า {1} จาก {2}")                                                 \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "แผ่นพับ {1}")                                               \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "ทบทวนครั้งต่อไป: {1}")                                        \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ที่อยู่เว็บ")                                                 \
    X(L, WORD_LINKS, UNREVIEWED, "ลิงก์")                                                            \
    X(L, WORD_TABLE, DOCBOOK, "ตาราง {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (ต่อ)")                                             \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "เชิงอรรถ {1}")                                                 \
    X(L, WORD_BACK, UNREVIEWED, "กลับไปที่ข้อความ")                                                    \
    X(L, WORD_QR, UNREVIEWED, "คิวอาร์โค้ดที่เปิด {1}")                                                  \
    X(L, WORD_QR_USE, UNREVIEWED, "อ่านแผ่นพับนี้บนโทรศัพท์ของคุณ")                                        \
    X(L, WORD_LANGUAGES, UNREVIEWED, "แผ่นพับนี้ในภาษาอื่น")                                             \
    X(L, WORD_CONTENTS, DOCBOOK, "สารบัญ")                                                          \
    X(L, WORD_COVER, UNREVIEWED, "ปก")                                                             \
    X(L, WORD_PAGES, UNREVIEWED, "หน้าทั้งหมด")                                                       \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "ยังไม่ได้ทำ")                                                   \
    X(L, WORD_TASK_DONE, UNREVIEWED, "เสร็จแล้ว")

#define WORDS_MY(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "လူနာများအတွက် အချက်အလက်")                                       \
    X(L, WORD_NOTE, UNREVIEWED, "မှတ်ချက်")                                                           \
    X(L, WORD_TIP, UNREVIEWED, "အကြံပြုချက်")                                                         \
    X(L, WORD_IMPORTANT, UNREVIEWED, "အရေးကြီး")                                                    \
    X(L, WORD_WARNING, UNREVIEWED, "သတိပေးချက်")                                                     \
    X(L, WORD_CAUTION, UNREVIEWED, "သတိပြုရန်")                                                       \
    X(L, WORD_EMERGENCY, UNREVIEWED, "အရေးပေါ်")                                                    \
    X(L, WORD_URGENT, UNREVIEWED, "အမြန်လို")                                                         \
    X(L, WORD_ROUTINE, UNREVIEWED, "အမြန်မလို")                                                       \
    X(L, WORD_DO, UNREVIEWED, "လုပ်ရန်")                                                              \
    X(L, WORD_DONT, UNREVIEWED, "မလုပ်ရန်")                                                           \
    X(L, WORD_CONTACT, UNREVIEWED, "ကျွန်ုပ်တို့ကို ဆက်သွယ်ရန်")                                                \
    X(L, WORD_PHONE, UNREVIEWED, "ဖုန်း")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "ဖွင့်ချိန်")                                                          \
    X(L, WORD_EMAIL, UNREVIEWED, "အီးမေးလ်")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "ဝက်ဘ်ဆိုက်")                                                            \
    X(L, WORD_ADDRESS, UNREVIEWED, "လိပ်စာ")                                                         \
    X(L, WORD_ABOUT, UNREVIEWED, "ဤလက်ကမ်းစာစောင်အကြောင်း")                                            \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "ရေးသားသူ")                                                   \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "စစ်ဆေးသူ")                                                    \
    X(L, WORD_OWNER, UNREVIEWED, "တာဝန်ရှိသူ")                                                         \
    X(L, WORD_REFERENCE, UNREVIEWED, "ရည်ညွှန်းနံပါတ်")                                                  \
    X(L, WORD_VERSION, UNREVIEWED, "ဗားရှင်း {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "ထုတ်ဝေသည့်ရက်")                                                   \
    X(L, WORD_REVIEWED, UNREVIEWED, "နောက်ဆုံး ပြန်လည်စစ်ဆေးချိန်")                                        \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "နောက်တစ်ကြိမ် ပြန်လည်စစ်ဆေးချိန်")                                  \
    X(L, WORD_SOURCES, UNREVIEWED, "အရင်းအမြစ်များ")                                                 \
    X(L, WORD_AUDIENCE, UNREVIEWED, "ရည်ရွယ်သူများ")                                                   \
    X(L, WORD_DRAFT, UNREVIEWED, "မူကြမ်း")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "စာမျက်နှာ {1} / {2}")                                               \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "လက်ကမ်းစာစောင် {1}")                                         \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "နောက်တစ်ကြိမ် ပြန်လည်စစ်ဆေးချိန်: {1}")                             \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ဝက်ဘ်လိပ်စာများ")                                            \
    X(L, WORD_LINKS, UNREVIEWED, "လင့်ခ်များ")                                                        \
    X(L, WORD_TABLE, UNREVIEWED, "ဇယား {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (အဆက်)")                                            \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "အောက်ခြေမှတ်ချက် {1}")                                            \
    X(L, WORD_BACK, UNREVIEWED, "စာသားသို့ ပြန်သွားရန်")                                                 \
    X(L, WORD_QR, UNREVIEWED, "{1} ကို ဖွင့်သော QR ကုဒ်")                                                 \
    X(L, WORD_QR_USE, UNREVIEWED, "ဤလက်ကမ်းစာစောင်ကို သင့်ဖုန်းတွင် ဖတ်ပါ")                                    \
    X(L, WORD_LANGUAGES, UNREVIEWED, "အခြားဘာသာစကားများဖြင့် ဤလက်ကမ်းစာစောင်")                          \
    X(L, WORD_CONTENTS, UNREVIEWED, "မာတိကာ")                                                       \
    X(L, WORD_COVER, UNREVIEWED, "မျက်နှာဖုံး")                                                        \
    X(L, WORD_PAGES, UNREVIEWED, "စာမျက်နှာများ")                                                    \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "လုပ်ရန်ကျန်")                                                    \
    X(L, WORD_TASK_DONE, UNREVIEWED, "ပြီးပါပြီ")

#define WORDS_KM(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "ព័ត៌មានសម្រាប់អ្នកជំងឺ")                                          \
    X(L, WORD_NOTE, UNREVIEWED, "ចំណាំ")                                                             \
    X(L, WORD_TIP, UNREVIEWED, "គន្លឹះ")                                                             \
    X(L, WORD_IMPORTANT, UNREVIEWED, "សំខាន់")                                                       \
    X(L, WORD_WARNING, UNREVIEWED, "ការព្រមាន")                                                     \
    X(L, WORD_CAUTION, UNREVIEWED, "ប្រុងប្រយ័ត្ន")                                                     \
    X(L, WORD_EMERGENCY, UNREVIEWED, "ករណីអាសន្ន")                                                   \
    X(L, WORD_URGENT, UNREVIEWED, "បន្ទាន់")                                                         \
    X(L, WORD_ROUTINE, UNREVIEWED, "មិនបន្ទាន់")                                                      \
    X(L, WORD_DO, UNREVIEWED, "ត្រូវធ្វើ")                                                            \
    X(L, WORD_DONT, UNREVIEWED, "កុំធ្វើ")                                                            \
    X(L, WORD_CONTACT, UNREVIEWED, "ទាក់ទងយើង")                                                     \
    X(L, WORD_PHONE, UNREVIEWED, "ទូរស័ព្ទ")                                                          \
    X(L, WORD_HOURS, UNREVIEWED, "ម៉ោងបើក")                                                         \
    X(L, WORD_EMAIL, UNREVIEWED, "អ៊ីមែល")                                                           \
    X(L, WORD_WEB, UNREVIEWED, "គេហទំព័រ")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "អាសយដ្ឋាន")                                                     \
    X(L, WORD_ABOUT, UNREVIEWED, "អំពីខិត្តប័ណ្ណនេះ")                                                    \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "អ្នកសរសេរ")                                                  \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "អ្នកពិនិត្យ")                                                   \
    X(L, WORD_OWNER, UNREVIEWED, "អ្នកទទួលខុសត្រូវ")                                                    \
    X(L, WORD_REFERENCE, UNREVIEWED, "លេខយោង")                                                     \
    X(L, WORD_VERSION, UNREVIEWED, "កំណែ {1}")                                                      \
    X(L, WORD_PUBLISHED, UNREVIEWED, "ថ្ងៃផ្សាយ")                                                    \
    X(L, WORD_REVIEWED, UNREVIEWED, "ពិនិត្យចុងក្រោយ")                                                  \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "ពិនិត្យបន្ទាប់")                                                \
    X(L, WORD_SOURCES, UNREVIEWED, "ប្រភព")                                                         \
    X(L, WORD_AUDIENCE, UNREVIEWED, "សម្រាប់")                                                       \
    X(L, WORD_DRAFT, UNREVIEWED, "សេចក្តីព្រាង")                                                      \
    X(L, WORD_PAGE, UNREVIEWED, "ទំព័រ {1} នៃ {2}")                                                  \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "ខិត្តប័ណ្ណ {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "ពិនិត្យបន្ទាប់៖ {1}")                                           \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "អាសយដ្ឋានគេហទំព័រ")                                         \
    X(L, WORD_LINKS, UNREVIEWED, "តំណ")                                                             \
    X(L, WORD_TABLE, UNREVIEWED, "តារាង {1}. {2}")                                                 \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (ត)")                                              \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "លេខយោងខាងក្រោម {1}")                                           \
    X(L, WORD_BACK, UNREVIEWED, "ត្រឡប់ទៅអត្ថបទ")                                                     \
    X(L, WORD_QR, UNREVIEWED, "កូដ QR ដែលបើក {1}")                                                  \
    X(L, WORD_QR_USE, UNREVIEWED, "អានខិត្តប័ណ្ណនេះលើទូរស័ព្ទរបស់អ្នក")                                     \
    X(L, WORD_LANGUAGES, UNREVIEWED, "ខិត្តប័ណ្ណនេះជាភាសាផ្សេងទៀត")                                     \
    X(L, WORD_CONTENTS, UNREVIEWED, "មាតិកា")                                                       \
    X(L, WORD_COVER, UNREVIEWED, "គម្រប")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "ទំព័រ")                                                            \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "ត្រូវធ្វើនៅសល់")                                                 \
    X(L, WORD_TASK_DONE, UNREVIEWED, "រួចរាល់")
